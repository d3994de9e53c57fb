"""The commands of the desk: add, retract, restore, export, decide, diff, serve.

Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import getpass
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib import import_module
from pathlib import Path
from typing import Any

from claimcheck import console
from claimcheck.command import Command
from claimcheck.errors import UnknownNameError

_RULINGS = ("accepted", "dismissed", "explained", "corrected")
_LEVELS = ("conflict", "warning", "info")
_PORT = 8765
_LAST_PORT = 65_535


def _add(args: Namespace) -> int:
    with console.progress(f"reading {args.dossier}"):
        dossier = _desk("reading").read_dossier(args.dossier)
    with (
        console.progress(f"adding to {args.store}"),
        import_module("claimcheck.store").open_store(args.store) as store,
    ):
        added = store.add(dossier, by=_who(args), because=args.because, replace=args.replace)
    console.show(f"{added}\n")
    return 0


def _retract(args: Namespace) -> int:
    return _turned(args, "retract")


def _restore(args: Namespace) -> int:
    return _turned(args, "restore")


def _turned(args: Namespace, verb: str) -> int:
    opened = import_module("claimcheck.store").open_store(args.store, create=False)
    with opened as store:
        rows = {"claims": args.claim, "sources": args.source, "totals": args.total}
        revision = getattr(store, verb)(**rows, by=_who(args), because=args.because)
    names = ", ".join(name for listed in rows.values() for name in listed)
    console.show(f"revision {revision}: {verb} {names}\n")
    return 0


def _export(args: Namespace) -> int:
    dossier = _desk("reading").read_dossier(args.dossier)
    import_module("claimcheck.io").write_dossier(dossier, args.folder)
    console.show(f"{args.folder}: {len(dossier.claims):,} claims\n")
    return 0


def _decide(args: Namespace) -> int:
    place, ledger = _desk("place").Place.parse(args.dossier), import_module("claimcheck.ledger")
    with console.progress(f"reconciling {place}"):
        results = _results(args.dossier, args)
    named = _named(results, args)
    with _desk("books").book_of(place) as book:
        record = book.decisions()
        decisions = ledger.decide_all(
            results,
            named,
            ruling=args.ruling,
            because=args.because,
            by=_who(args),
            until=args.until,
            expect=args.expect,
            decisions=record,
        )
        fresh = [item for item in decisions if not ledger.is_on_record(item, record)]
        if fresh:
            book.decide(*fresh)
    for item in decisions:
        told = f"{item.finding_id} {item.ruling} by {item.by}: {item.because}"
        console.show(f"{told}\n" if item in fresh else f"{told} (on record already)\n")
    if not decisions:
        console.show("no such finding is open\n")
    return 0


def _named(results: Any, args: Namespace) -> list[str]:  # noqa: ANN401 - loaded on use
    """The findings to rule on: those named, or with ``--all`` those open of what was asked."""
    if bool(args.finding) == args.all:
        raise UnknownNameError(
            "findings are named, and --all as well" if args.all else "no finding is named",
            "name findings by their ids, or say --all for every open conflict",
        )
    if not args.all:
        return list(dict.fromkeys(args.finding))
    level = args.level or (None if args.check else "conflict")
    selection = import_module("claimcheck.reports.selection").Selection.of(
        results, quantity=args.quantity, check=args.check, level=level
    )
    found = selection.findings(results)
    return list(found.loc[import_module("claimcheck.ledger").is_open(found), "finding_id"])


def _diff(args: Namespace) -> int:
    with console.progress(f"comparing {args.old} and {args.new}"):
        old, new = _results(args.old, args), _results(args.new, args)
        changes = import_module("claimcheck.changes").diff(old, new)
    if args.format == "text":
        text = changes.to_text(color=args.output is None and console.wants_color())
    else:
        text = getattr(changes, f"to_{args.format}")()
    console.deliver(text, args.output)
    return 0


def _serve(args: Namespace) -> int:
    serve = import_module("claimcheck.serve").serve
    serve(args.dossier, host=args.host, port=args.port, token=args.token, by=_who(args))
    return 0


def _desk(name: str) -> Any:  # noqa: ANN401 - loaded on use
    return import_module(f"claimcheck.desk.{name}")


def _results(where: str, args: Namespace) -> Any:  # noqa: ANN401 - loaded on use
    subject = getattr(args, "subject", None)
    return _desk("reading").results_of(where, subject=subject)


def _who(args: Namespace) -> str:
    """Who acts: as told, else the name of the user of this machine."""
    if args.by:
        return str(args.by)
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _by_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--by", metavar="NAME", default="", help="who does it; else your user name")


def _subject_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--subject", metavar="NAME", help="of a store, read this subject alone")


def _dossier_argument(parser: ArgumentParser) -> None:
    parser.add_argument("dossier", metavar="DOSSIER", help="folder, claims file or store")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("store", metavar="STORE", help="claims.db, made if it is not there")
    _dossier_argument(parser)
    _by_argument(parser)
    parser.add_argument("--because", metavar="WHY", default="", help="why, for the log")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="let a claim take the id of one with another subject, measure, place or source",
    )


def _turn_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("store", metavar="STORE", help="claims.db")
    parser.add_argument("claim", metavar="CLAIM", nargs="*", help="claims by their ids")
    for name in ("source", "total"):
        parser.add_argument(
            f"--{name}", metavar="ID", action="append", default=[], help=f"a {name}; repeatable"
        )
    _by_argument(parser)
    parser.add_argument("--because", metavar="WHY", required=True, help="the reason, for the log")


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) <= _LAST_PORT:
        raise ArgumentTypeError(f"{text!r} is no port: give a number from 1 to {_LAST_PORT}")
    return int(text)


def _export_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("dossier", metavar="STORE", help="store; STORE@2026-03-02 as it was then")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where to write the CSV files")


def _decide_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "finding", metavar="FINDING", nargs="*", help="its id, or the first letters of it"
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="in place of ids: every open conflict, or every open finding of what is asked by",
    )
    parser.add_argument("--check", metavar="NAME", help="with --all, those of one check")
    parser.add_argument("--quantity", metavar="ID", help="with --all, those of one quantity")
    parser.add_argument(
        "--level", choices=_LEVELS, help="with --all, those of this level and above"
    )
    parser.add_argument(
        "--in", dest="dossier", metavar="DOSSIER", default=".", help="else the current folder"
    )
    parser.add_argument("--as", dest="ruling", choices=_RULINGS, required=True)
    parser.add_argument("--because", metavar="WHY", required=True, help="the reason")
    _by_argument(parser)
    parser.add_argument("--until", metavar="DATE", default="", help="look at it again after that")
    parser.add_argument(
        "--expect", metavar="WHAT", default="", help="what has to stay true, such as severity<0.5"
    )
    _subject_argument(parser)


def _diff_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="folder, file, store, or STORE@2026-03-02")
    parser.add_argument("new", metavar="NEW", help="the same")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument("--output", metavar="FILE", type=Path, help="write to FILE, whole or not")
    _subject_argument(parser)


def _serve_arguments(parser: ArgumentParser) -> None:
    _dossier_argument(parser)
    parser.add_argument("--host", default="127.0.0.1", help="other than loopback needs --token")
    parser.add_argument("--port", type=_port, default=_PORT, help="1 to 65535")
    parser.add_argument("--token", metavar="WORD", default="", help="the word that lets in")
    _by_argument(parser)


COMMANDS: tuple[Command, ...] = (
    Command(name="add", help="add a dossier to a store", arguments=_add_arguments, run=_add),
    Command(
        name="retract",
        help="take back what was entered by mistake",
        arguments=_turn_arguments,
        run=_retract,
    ),
    Command(
        name="restore",
        help="let stand again what was taken back",
        arguments=_turn_arguments,
        run=_restore,
    ),
    Command(
        name="export",
        help="write a store as CSV files",
        arguments=_export_arguments,
        run=_export,
    ),
    Command(
        name="decide",
        help="put a ruling on a finding on record",
        arguments=_decide_arguments,
        run=_decide,
    ),
    Command(
        name="diff",
        help="show what changed between two dossiers or two times of a store",
        arguments=_diff_arguments,
        run=_diff,
    ),
    Command(
        name="serve",
        help="browse and decide on a page of this machine",
        arguments=_serve_arguments,
        run=_serve,
    ),
)
