"""The register of tasks: list, detail, dialogs."""
