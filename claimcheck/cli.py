"""The command line: report, check, parse, explain, new, and the commands of the desk.

Nothing heavy is imported before a command needs it: the face of the package loads on use.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import claimcheck as cc
from claimcheck import console, example
from claimcheck.command import Command
from claimcheck.desk import commands as desk
from claimcheck.errors import ClaimcheckError

CLEAN, FOUND, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
_POINTING = ("sarif", "github", "junit")
_LEVELS = ("conflict", "warning", "info")
_SEVERITIES = ("minor", "material", "serious", "order-of-magnitude")
_DESCRIPTION = """\
Reconciles numeric claims: which figures contradict each other and by how much, which only
seem to, which are disputed, and what the sources agree on."""
_EPILOG = """\
A DOSSIER is a folder with claims.csv, sources.csv and totals.csv, a claims file, or a store:
claims.db, claims.db@2026-03-02 (as it was then), or postgresql://user@host/name. The word - is
claims as CSV from standard input.

Settings are those of claimcheck.toml, or of [tool.claimcheck] in pyproject.toml, in the folder
of the dossier, else in the folder that it stands in, else in the working folder."""


def _report(args: Namespace) -> int:
    report = _report_of(args, check=args.check, level=args.level)
    console.deliver(_rendered(report, args), args.output)
    return CLEAN


def _check(args: Namespace) -> int:
    asked = {"level": args.fail_on} if args.fail_on in _LEVELS else {"check": args.fail_on}
    report = _report_of(args, **asked)
    console.deliver(_rendered(report, args), args.output)
    return FOUND if len(report.findings) else CLEAN


def _parse(args: Namespace) -> int:
    readings = import_module("claimcheck.readings")
    phrases = args.phrase or (line.rstrip("\r\n") for line in sys.stdin)
    read = readings.read(phrases, args.lang)
    if args.format == "jsonl":
        console.show("".join(f"{readings.as_json(reading)}\n" for reading in read))
    else:
        console.show(readings.as_table(read))
    return CLEAN


def _explain(args: Namespace) -> int:
    console.show(import_module("claimcheck.checks").explain(args.name).rstrip() + "\n")
    return CLEAN


def _new(args: Namespace) -> int:
    written = example.write_example(args.folder)
    names = ", ".join(path.name for path in written)
    console.show(f"{args.folder}: {names}\nNext: claimcheck report {args.folder}\n")
    return CLEAN


def _results(args: Namespace) -> Any:  # noqa: ANN401 - loaded on use
    with console.progress(f"reconciling {args.dossier}"):
        return import_module("claimcheck.desk.reading").results_of(
            args.dossier,
            subject=args.subject,
            strict=args.strict,
            baseline=getattr(args, "baseline", None),
        )


def _report_of(args: Namespace, **asked: str | None) -> Any:  # noqa: ANN401 - loaded on use
    return import_module("claimcheck.reports.report").ConflictReport.of(
        _results(args),
        quantity=args.quantity,
        claim=args.claim,
        severity=args.severity,
        **asked,
    )


def _rendered(report: Any, args: Namespace) -> str:  # noqa: ANN401 - loaded on use
    with console.progress(f"writing {args.format}"):
        if args.format == "text":
            return str(report.to_text(color=args.output is None and console.wants_color()))
        if args.format in _POINTING:
            places = import_module("claimcheck.desk.reading").places_of(args.dossier)
            return str(getattr(report, f"to_{args.format}")(places))
        return str(getattr(report, f"to_{args.format}")())


def _dossier_arguments(parser: ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument("dossier", metavar="DOSSIER", help="folder, claims file, store, or -")
    parser.add_argument("--subject", metavar="NAME", help="of a store, read this subject alone")
    parser.add_argument("--format", choices=formats, default=formats[0])
    parser.add_argument("--output", metavar="FILE", type=Path, help="write to FILE, whole or not")
    parser.add_argument(
        "--strict", action="store_true", help="a figure that cannot be read is an error"
    )
    parser.add_argument("--quantity", metavar="ID", help="what concerns one quantity alone")
    parser.add_argument("--claim", metavar="ID", help="what concerns one claim alone")
    parser.add_argument(
        "--severity",
        choices=_SEVERITIES,
        metavar="LEAST",
        help="minor, material (x1.25), serious (x2) or order-of-magnitude (x10), and above;"
        " what measures no distance stays",
    )


def _report_arguments(parser: ArgumentParser) -> None:
    _dossier_arguments(parser, ("text", "markdown", "json", "html"))
    parser.add_argument("--check", metavar="NAME", help="show all findings of one check")
    parser.add_argument(
        "--level", choices=_LEVELS, metavar="LEAST", help="conflict, warning or info, and above"
    )


def _check_arguments(parser: ArgumentParser) -> None:
    _dossier_arguments(parser, ("text", "json", "sarif", "github", "junit"))
    parser.add_argument(
        "--fail-on",
        metavar="LEAST",
        default="conflict",
        help="conflict (default), warning, or the name of one check",
    )
    parser.add_argument(
        "--baseline",
        metavar="DECISIONS",
        help="leave out what was decided: a decisions.csv, a store, or the word decisions",
    )


def _parse_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "phrase", metavar="PHRASE", nargs="*", help="read from standard input where none is given"
    )
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")
    parser.add_argument("--lang", metavar="XX", help="language of the phrases, such as de")


def _explain_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="name of a check, such as contradiction")


def _new_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where to write it")


COMMANDS: tuple[Command, ...] = (
    Command(
        name="report",
        help="show what agrees and what does not",
        arguments=_report_arguments,
        run=_report,
    ),
    Command(
        name="check",
        help="exit with 1 where there are conflicts, for CI",
        arguments=_check_arguments,
        run=_check,
    ),
    Command(name="parse", help="read figures from phrases", arguments=_parse_arguments, run=_parse),
    Command(
        name="explain",
        help="say what a check finds and why",
        arguments=_explain_arguments,
        run=_explain,
    ),
    Command(name="new", help="start an empty dossier", arguments=_new_arguments, run=_new),
    *desk.COMMANDS,
)


def parser(commands: Sequence[Command] = COMMANDS) -> ArgumentParser:
    """The parser of *commands*."""
    top = ArgumentParser(
        prog="claimcheck",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"claimcheck {cc.__version__}")
    places = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in commands:
        place = places.add_parser(command.name, help=command.help, description=f"{command.help}.")
        command.arguments(place)
        place.set_defaults(run=command.run)
    return top


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command that *argv* names; return the exit status, 2 for bad input."""
    console.speak_utf8()
    args = parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except ClaimcheckError as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(f"{error.filename or 'input'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _complain(message: str) -> int:
    shown = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in message)
    sys.stderr.write(f"claimcheck: {shown}\n")
    return BAD_INPUT
