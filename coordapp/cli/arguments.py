"""The grammar of the commands, with help and refusals in Vietnamese."""

import argparse

from coordapp.cli.parser import Parser, day
from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.documents.papers import CHOICES, Paper
from coordapp.domain.figures.status import Basis, Grouping
from coordapp.domain.words.labels import PAPER

FORMS = {
    "status": "bảng tổng hợp tình hình thực hiện",
    "late": "danh sách nhiệm vụ quá hạn",
    "conclusions": "sổ theo dõi kết luận",
    "attendance": "tổng hợp dự họp trong năm",
    "task": "phiếu theo dõi một nhiệm vụ",
}
CASE_FORMS = {
    "indicators": "bảng chỉ tiêu",
    "practices": "danh sách mô hình, điển hình",
    "directive": "một văn bản chỉ đạo với các mục",
    "programme": "một chương trình phối hợp với các nhiệm vụ",
    "reports-due": "theo dõi báo cáo của các đơn vị",
}
DESK_PAPERS = {
    "slip": "phiếu nhắc việc của một đơn vị hay một người",
    "week": "lịch tuần: hội nghị, hạn nhiệm vụ, báo cáo phải gửi",
}
LISTED = ("tasks", "conferences", "conclusions", "units", "documents")
CASE_LISTS = (
    "programmes", "directives", "indicators", "practices", "movements", "reports-due",
    "summaries",
)  # fmt: skip


def parser() -> Parser:
    """Build the grammar."""
    top = Parser(prog="coordapp", description="Sổ Điều phối: các lệnh không cần cửa sổ")
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH")

    new = commands.add_parser("new", description="Ghi tệp sổ mới chưa có gì, không ghi đè")
    _add_file(new)

    sample = commands.add_parser("sample", description="Ghi tệp dữ liệu mẫu, không ghi đè")
    _add_file(sample)

    listing = commands.add_parser("list", description="Liệt kê nội dung tệp")
    listing.add_argument("what", choices=(*LISTED, *CASE_LISTS), help="danh sách cần xem")
    _add_file(listing)
    _add_json(listing)
    _add_day(listing)
    listing.add_argument(
        "--year", type=int, metavar="NĂM", help="chỉ lấy của một năm, với các danh sách có năm"
    )

    _add_export(commands.add_parser("export", description="Xuất sổ hoặc văn bản của hội nghị"))

    search = commands.add_parser("search", description="Tìm trong mọi nội dung")
    _add_file(search)
    search.add_argument("text", metavar="TỪ", help="từ cần tìm, có dấu hay không dấu")
    _add_json(search)

    status = commands.add_parser("status", description="Số liệu tình hình thực hiện nhiệm vụ")
    _add_file(status)
    _add_json(status)
    _add_day(status)
    _add_figures(status)

    _add_draft(commands.add_parser("draft", description="Đọc thông báo thành nhiệm vụ dự thảo"))
    _add_import(commands.add_parser("import", description="Nhập từ tệp của nơi khác"))

    _add_care(commands)

    verify = commands.add_parser("verify", description="So tệp PDF với các bản đã ký")
    _add_file(verify)
    verify.add_argument("paper", metavar="BẢN.pdf", help="tệp PDF cần kiểm tra")
    return top


def _add_care(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add what keeps a file whole: checking it, and copies out of it and back."""
    check = commands.add_parser("check", description="Kiểm tra tệp")
    _add_file(check)
    _add_json(check)
    check.add_argument(
        "--repair",
        action="store_true",
        help="lập lại những gì tính lại được, sau khi sao lưu",
    )

    backup = commands.add_parser("backup", description="Sao lưu tệp vào một thư mục, có kiểm tra")
    _add_file(backup)
    backup.add_argument("folder", metavar="THƯ_MỤC", help="thư mục nhận bản sao")

    restore = commands.add_parser(
        "restore", description="Khôi phục sổ từ bản sao; sổ đang có được sao lưu trước"
    )
    restore.add_argument("copy", metavar="BẢN_SAO", help="bản sao cần lấy lại")
    _add_file(restore)

    handover = commands.add_parser(
        "handover",
        description="Khóa sổ thành một tệp bàn giao, kèm biên bản; mật khẩu được hỏi, hoặc lấy từ "
        "biến môi trường COORDAPP_PASSPHRASE",
    )
    _add_file(handover)
    handover.add_argument("target", metavar="RA.zip", help="tệp bàn giao sẽ ghi, không ghi đè")

    salvage = commands.add_parser("salvage", description="Cứu các mục còn đọc được")
    _add_file(salvage)
    salvage.add_argument("target", metavar="RA.sodp", help="tệp mới nhận các mục cứu được")


def _add_export(command: Parser) -> None:
    papers = command.add_subparsers(dest="paper", required=True, metavar="VĂN BẢN")
    register = papers.add_parser("register", description="Xuất sổ nhiệm vụ ra Excel")
    _add_file(register)
    register.add_argument("target", metavar="RA.xlsx", help="tệp Excel sẽ ghi")
    _add_day(register)
    register.add_argument(
        "--group", choices=[item.value for item in Grouping],
        help="chia thành phần theo đơn vị, hội nghị hay văn bản giao",
    )  # fmt: skip
    _add_forms(papers)
    _add_case_forms(papers)
    _add_desk_papers(papers)
    _add_summary(papers)
    for paper, words in PAPER.items():
        _add_paper(
            papers.add_parser(paper.value, description=f"Xuất {words.lower()} ra PDF hoặc Word"),
            paper,
        )


def _add_forms(papers: "argparse._SubParsersAction[Parser]") -> None:
    for name, words in FORMS.items():
        form = papers.add_parser(name, description=f"Xuất {words} ra Excel")
        _add_file(form)
        if name == "task":
            form.add_argument("code", metavar="MÃ", help="mã nhiệm vụ")
        as_page = name == "status"  # its one page for the chair
        form.add_argument(
            "target",
            metavar="RA.xlsx|RA.pdf" if as_page else "RA.xlsx",
            help="tệp Excel, hoặc một trang PDF, sẽ ghi" if as_page else "tệp Excel sẽ ghi",
        )
        _add_day(form)
        form.add_argument(
            "--style", choices=("party", "state"), help="thể thức Đảng hay hành chính"
        )
        if name in ("status", "late"):
            _add_figures(form)
    papers.choices["status"].add_argument(
        "--no-sources", action="store_true", help="không kèm trang Chi tiết liệt kê nhiệm vụ"
    )


def _add_case_forms(papers: "argparse._SubParsersAction[Parser]") -> None:
    for name, words in CASE_FORMS.items():
        form = papers.add_parser(name, description=f"Xuất {words} ra Excel")
        _add_file(form)
        form.add_argument("target", metavar="RA.xlsx", help="tệp Excel sẽ ghi")
        _add_day(form)
        form.add_argument("--year", type=int, metavar="NĂM", help="chỉ lấy của một năm")
        form.add_argument(
            "--style", choices=("party", "state"), help="thể thức Đảng hay thể thức hành chính"
        )
        form.set_defaults(code="")
    for name in ("directive", "programme"):
        papers.choices[name].add_argument(
            "--code", required=True, metavar="MÃ", help="mã, hoặc số và ký hiệu của văn bản"
        )


def _add_desk_papers(papers: "argparse._SubParsersAction[Parser]") -> None:
    for name, words in DESK_PAPERS.items():
        paper = papers.add_parser(name, description=f"Xuất {words} ra PDF hoặc Word")
        _add_file(paper)
        paper.add_argument("target", metavar="RA.pdf", help="tệp .pdf hoặc .docx sẽ ghi")
        _add_day(paper)
        paper.add_argument(
            "--style", choices=("party", "state"), help="thể thức Đảng hay hành chính"
        )
    papers.choices["week"].add_argument(
        "--week-of", type=day, metavar="NĂM-THÁNG-NGÀY", help="một ngày của tuần cần in"
    )
    whom = papers.choices["slip"].add_mutually_exclusive_group(required=True)
    whom.add_argument("--unit", metavar="ĐƠN_VỊ", help="tên viết tắt của đơn vị")
    whom.add_argument("--person", metavar="NGƯỜI", help="tên đầu mối của nhiệm vụ")


def _add_summary(papers: "argparse._SubParsersAction[Parser]") -> None:
    summary = papers.add_parser(
        "summary", description="Xuất báo cáo sơ kết, tổng kết của một kỳ ra PDF hoặc Word"
    )
    _add_file(summary)
    summary.add_argument("target", metavar="RA.pdf|RA.docx", help="tệp PDF hoặc Word sẽ ghi")
    for name, words in (("from", "ngày đầu kỳ"), ("to", "ngày cuối kỳ")):
        summary.add_argument(
            f"--{name}", dest=f"{name}_day", type=day, required=True,
            metavar="NĂM-THÁNG-NGÀY", help=words,
        )  # fmt: skip
    summary.add_argument(
        "--style", choices=("party", "state"), help="thể thức Đảng hay thể thức hành chính"
    )


def _add_import(command: Parser) -> None:
    kinds = command.add_subparsers(dest="what", required=True, metavar="LOẠI")
    tasks = kinds.add_parser(
        "tasks",
        description="Nhập nhiệm vụ từ Excel, ODS hoặc CSV; không có --apply thì chỉ xem trước",
    )
    _add_file(tasks)
    tasks.add_argument("source", metavar="VÀO", help="tệp .xlsx, .xls, .ods hoặc .csv")
    tasks.add_argument("--apply", action="store_true", help="ghi vào sổ")
    tasks.add_argument(
        "--sheet", metavar="TRANG", help="tên trang tính, khi không lấy trang tự tìm"
    )
    tasks.add_argument("--skip-hidden", action="store_true", help="bỏ các dòng ẩn")
    tasks.add_argument(
        "--skip-secret", action="store_true", help="không giữ cả số, ngày của dòng trên mức Thường"
    )
    tasks.add_argument(
        "--legacy",
        choices=("tcvn3", "vni", "keep"),
        help="chuyển chữ theo bảng mã cũ sang Unicode, hoặc giữ nguyên",
    )
    tasks.add_argument(
        "--two-leads",
        choices=("ask", "split", "first"),
        default="ask",
        help="khi một ô ghi nhiều đơn vị chủ trì: ask không nhận, split mỗi đơn vị một nhiệm vụ, "
        "first đơn vị đầu chủ trì và các đơn vị khác phối hợp",
    )
    ground = tasks.add_mutually_exclusive_group()
    ground.add_argument("--extension", metavar="LÝ_DO", help="lùi hạn là gia hạn, vì lý do này")
    ground.add_argument("--correction", metavar="LÝ_DO", help="lùi hạn là sửa ghi nhầm")
    tasks.add_argument("--paper", metavar="SỐ", help="văn bản cho phép gia hạn")
    _add_json(tasks)

    for name, words in (
        ("units", "đơn vị"),
        ("indicators", "chỉ tiêu"),
        ("practices", "mô hình, điển hình"),
    ):
        kept = kinds.add_parser(
            name,
            description=f"Nhập {words} từ Excel, ODS hoặc CSV; không có --apply thì chỉ xem trước",
        )
        _add_file(kept)
        kept.add_argument("source", metavar="VÀO", help="tệp .xlsx, .xls, .ods hoặc .csv")
        kept.add_argument("--apply", action="store_true", help="ghi vào sổ")
        _add_json(kept)


def _add_draft(command: Parser) -> None:
    _add_file(command)
    command.add_argument("notice", metavar="VĂN_BẢN.txt", help="tệp văn bản của thông báo")
    command.add_argument(
        "--on", type=day, metavar="NĂM-THÁNG-NGÀY", help="ngày họp, để tính hạn không ghi năm"
    )
    command.add_argument(
        "--before-means-day-before",
        action="store_true",
        help="hiểu “trước ngày d” là chậm nhất ngày liền trước",
    )
    _add_json(command)


def _add_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="TỆP", help="tệp sổ, .sodp hoặc .db")


def _add_paper(command: argparse.ArgumentParser, paper: Paper) -> None:
    _add_file(command)
    command.add_argument("conference", metavar="HỘI_NGHỊ", help="mã hội nghị")
    command.add_argument("target", metavar="RA.pdf", help="tệp .pdf hoặc .docx sẽ ghi")
    command.add_argument(
        "--style", choices=("party", "state"), help="thể thức Đảng hay thể thức hành chính"
    )
    command.set_defaults(sections=(), unit="")
    if paper is Paper.EXTRACT:
        command.add_argument(
            "--unit", required=True, metavar="ĐƠN_VỊ", help="tên viết tắt của đơn vị nhận"
        )
    if choices := [section.value for section in CHOICES.get(paper, ())]:
        command.add_argument(
            "--sections", nargs="+", choices=choices, metavar="PHẦN",
            help=f"các phần cần in: {', '.join(choices)}",
        )  # fmt: skip


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="ghi ra dạng JSON")


def _add_day(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of", type=day, metavar="NĂM-THÁNG-NGÀY", help="tính trạng thái hạn theo ngày này"
    )


def _add_figures(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--by", choices=[item.value for item in Grouping], default=Grouping.UNIT.value,
        help="theo đơn vị, hội nghị hay văn bản giao",
    )  # fmt: skip
    command.add_argument(
        "--basis", choices=[item.value for item in Basis], default=Basis.EXTENDED.value,
        help="theo thời hạn đã gia hạn hay hạn ban đầu",
    )  # fmt: skip
    command.add_argument(
        "--period", choices=[item.value for item in SpanKind],
        help="kỳ báo cáo có ngày đã chọn, so với kỳ trước",
    )  # fmt: skip
