"""Why a file is not read: a code and the values of its sentence."""


class Refused(Exception):
    """The file is not read; the process that asked turns this into the sentence of the code."""

    def __init__(self, code: str, /, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
