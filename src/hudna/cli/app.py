"""The `hudna` command and its subcommands. Heavy modules are imported by the command that needs them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal, NoReturn, TypeVar

import click

from hudna import __version__
from hudna.cli.labels import ACTS, TYPES
from hudna.cli.out import BROKEN_PIPE, INTERRUPTED, as_output_error, forget_output, report, say
from hudna.errors import BadDate, HudnaError, OutputError

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_THEATRE = "syria-2017"
NO_THEATRE = "none"

EXIT_CODES = """\b
Exit codes:
  0    all went well
  1    some documents could not be read; the others were
  2    the command was not given as its --help says
  3    none of the input could be read
  4    a pack is wrong
  5    the workspace or its ledger can't be used
  6    the result can't be written
  7    an optional part is not installed
  8    a bulk job can't go on
  130  interrupted
  141  the reader of the output went away
"""


class _ReaderGone(Exception):
    """Nobody reads our output any more."""


class _Hudna(click.Group):
    """The group; every error of ours ends in a message and an exit code, here and nowhere else."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **more: Any) -> NoReturn:
        """Run the command and leave with its exit code."""
        more["standalone_mode"] = False
        code = _guarded(lambda: click.Group.main(self, args, *rest, **more))
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # click would leave with 1, as if some documents had failed.
            raise _ReaderGone from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one needs them."""
        return list(self.commands)


def _guarded(run: Callable[[], Any]) -> int:
    """The exit code that running comes to; errors are told on the way."""
    try:
        code = run()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("hudna: interrupted")
        return INTERRUPTED
    except _ReaderGone:
        forget_output()
        return BROKEN_PIPE
    except HudnaError as error:
        return _failed(error)
    except OSError as error:
        if error.errno is None:
            raise
        return _failed(as_output_error(error, str(error.filename or "(standard output)")))
    return code if isinstance(code, int) else 0


def _failed(error: HudnaError) -> int:
    if isinstance(error, OutputError):
        forget_output()
    report(error)
    return error.exit_code


def _day(_ctx: click.Context, _option: click.Parameter, given: str | None) -> date | None:
    """The day that an option gives; a usage error where it is none."""
    from hudna.sources.rows import read_day

    try:
        return None if given is None else read_day(given)
    except BadDate as error:
        raise click.BadParameter(f"{error.message}; {error.hint}") from None


def _moment(_ctx: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    """The moment that an option gives, for a workspace to place; a usage error where it is none."""
    from hudna.cli.workspace import read_moment

    try:
        if given is not None:
            read_moment(given)
    except BadDate as error:
        raise click.BadParameter(f"{error.message}; {error.hint}") from None
    return given


@click.group(
    cls=_Hudna,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def hudna() -> None:
    """Keep the record of a ceasefire: who said what, what happened where, who disputes it.

    \b
    To read one report:       hudna read report.txt --published 2017-06-23
    To keep a record:         hudna init mission && cd mission && hudna add reports.jsonl
    To see it on an example:  hudna demo
    """


def quiet_option(command: F) -> F:
    """Add `--quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Print results and errors, nothing else.")(command)


def workspace_option(command: F) -> F:
    """Add `--workspace`."""
    return click.option(
        "-w",
        "--workspace",
        type=click.Path(),
        envvar="HUDNA_WORKSPACE",
        metavar="DIR",
        help="The workspace; else HUDNA_WORKSPACE, else the nearest hudna.toml from here upwards.",
    )(command)


def files_arguments(command: F) -> F:
    """Add the files to read, and what holds for documents that don't tell it."""
    for add in (
        click.option(
            "--lang",
            metavar="CODE",
            help="Language of documents that do not tell theirs (ar, en); else found.",
        ),
        click.option(
            "--published",
            callback=_day,
            metavar="DATE",
            help="Day of publication of documents that do not tell theirs, as in 2017-06-23.",
        ),
        click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="FILE..."),
    ):
        command = add(command)
    return command


@hudna.command(epilog="Example: hudna read report.txt --published 2017-06-23 --why")
@files_arguments
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "html"]),
    default="table",
    show_default=True,
    help="Cards for a terminal; one JSON object a document (hudna.document/1); one page to look at.",
)
@click.option("--why", is_flag=True, help="Show for each field the rules and pack rows that produced it.")
@click.option(
    "--theatre",
    metavar="NAME",
    default=DEFAULT_THEATRE,
    show_default=True,
    help="The theatre whose actors are known; `none` for no theatre.",
)
@click.option("-o", "--output", type=click.Path(allow_dash=True), metavar="FILE", help="Write to a file.")
@quiet_option
def read(
    files: tuple[str, ...],
    published: date | None,
    lang: str | None,
    form: str,
    why: bool,
    theatre: str,
    output: str | None,
    quiet: bool,
) -> int:
    """Code documents and print what they say. Nothing is stored.

    A FILE is a plain text (one document), a .jsonl or .ndjson file (one document a line), or `-` for standard
    input. Results come in the order of the input, and are the same on every run.
    """
    from hudna.cli.reading import Reading, write_documents

    return write_documents(
        Reading(files=files, published=published, lang=language_of(lang), theatre=theatre_of(theatre)),
        form=form,
        why=why,
        output=output,
        quiet=quiet,
    )


@hudna.command(epilog="Example: hudna bulk archive.jsonl.zst more.parquet coded --workers 4")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(), metavar="IN...")
@click.argument("out", type=click.Path(), metavar="OUT")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask", "spark"]),
    default="local",
    show_default=True,
    help="Who does the work: processes of this machine, a Dask cluster, a Spark cluster.",
)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="So many processes; else one a processor.")
@click.option(
    "--scheduler", metavar="ADDRESS", help="A cluster that runs already (tcp://HOST:8786, spark://HOST:7077)."
)
@click.option(
    "--published", callback=_day, metavar="DATE", help="Day of publication of documents that do not tell theirs."
)
@click.option("--lang", metavar="CODE", help="Language of documents that do not tell theirs (ar, en); else found.")
@click.option(
    "--theatre",
    metavar="NAME",
    default=DEFAULT_THEATRE,
    show_default=True,
    help="The theatre whose actors are known; `none` for no theatre.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N rows, to try it out.")
@click.option(
    "--part-size",
    type=click.IntRange(min=1, max=1000),
    metavar="MB",
    default=4,
    show_default=True,
    help="How much of the input makes one part, and one file of each table.",
)
@click.option("--why", is_flag=True, help="Add a column with the rules and pack rows that produced each field.")
@click.option("--overwrite", is_flag=True, help="Begin anew, and remove what an earlier job wrote to OUT.")
@quiet_option
def bulk(
    inputs: tuple[str, ...],
    out: str,
    engine: Literal["local", "dask", "spark"],
    workers: int | None,
    scheduler: str | None,
    published: date | None,
    lang: str | None,
    theatre: str,
    limit: int | None,
    part_size: int,
    why: bool,
    overwrite: bool,
    quiet: bool,
) -> int:
    """Code archives of any size into Parquet tables.

    IN is a file of rows (.jsonl), a Parquet table or a web archive (.warc), each also packed (.gz, .zst), or a
    directory of such files. OUT is a directory: it gets a folder for each table. A job that was stopped goes on
    where it was when the same command is given again.
    """
    from hudna.bulk import Job
    from hudna.cli.bulk import code_archives

    if scheduler is not None and engine == "local":
        raise click.UsageError("--scheduler needs --engine dask or --engine spark")
    job = Job(
        inputs=inputs,
        out=out,
        theatre=theatre_of(theatre),
        published=published,
        lang=language_of(lang),
        why=why,
        limit=limit,
        part_bytes=part_size * 1_000_000,
    )
    return code_archives(job, engine=engine, workers=workers, scheduler=scheduler, overwrite=overwrite, quiet=quiet)


def language_of(given: str | None) -> str | None:
    """The language code of an option; a usage error where it is none."""
    from hudna.sources.language import language_code

    code = language_code(given)
    if given is not None and code is None:
        raise click.BadParameter(
            f'"{given}" is no language code of ISO 639; write two letters, as in ar', param_hint="'--lang'"
        )
    return code


def theatre_of(name: str) -> str | None:
    """The theatre of an option; a usage error that names those there are, where there is none such."""
    from hudna.packs.theatre import theatre_names

    if name == NO_THEATRE:
        return None
    if name not in theatre_names():
        names = ", ".join((*theatre_names(), NO_THEATRE))
        raise click.BadParameter(f'there is no theatre "{name}"; there are: {names}', param_hint="'--theatre'")
    return name


@hudna.command(epilog="Example: hudna init mission --theatre syria-2017")
@click.argument("directory", default=".", type=click.Path(), metavar="[DIR]")
@click.option(
    "--theatre",
    metavar="NAME",
    default=DEFAULT_THEATRE,
    show_default=True,
    help="The theatre whose actors are known; `none` for no theatre.",
)
@click.option(
    "--ledger",
    metavar="URL",
    help="Keep the ledger in this database (postgresql://HOST/NAME) instead of a file.",
)
@quiet_option
def init(directory: str, theatre: str, ledger: str | None, quiet: bool) -> int:
    """Make a workspace: hudna.toml and an empty ledger.

    DIR is made where it does not exist; without one the workspace is made here. A workspace that is there
    already is left as it is.
    """
    from pathlib import Path

    from hudna.cli.workspace import FILE, LEDGER, make_workspace

    place = make_workspace(Path(directory), theatre=theatre_of(theatre) or NO_THEATRE, ledger=ledger or LEDGER)
    if not quiet:
        click.echo(f"Made {place.directory / FILE} and its ledger.")
        click.echo(f"Next: hudna add --workspace {directory} FILE...")
    return 0


@hudna.command(epilog="Example: hudna add reports.jsonl --published 2017-06-23")
@files_arguments
@workspace_option
@quiet_option
def add(files: tuple[str, ...], published: date | None, lang: str | None, workspace: str | None, quiet: bool) -> int:
    """Read, code and record documents; say what is new.

    Adding the same again adds nothing. Each document is recorded whole or not at all, so an interrupted run
    is taken up by running it again.
    """
    from hudna.cli import keeping

    return keeping.add(files, workspace=workspace, published=published, lang=language_of(lang), quiet=quiet)


@hudna.command(epilog="Example: hudna recode --workspace mission")
@workspace_option
@quiet_option
def recode(workspace: str | None, quiet: bool) -> int:
    """Code again what is stored; show what changed.

    Ids stay, and what was held before can still be asked for with --known-by.
    """
    from hudna.cli import keeping

    return keeping.recode(workspace=workspace, quiet=quiet)


def list_options(command: F) -> F:
    """Add the filters and forms of a list."""
    for add in (
        quiet_option,
        workspace_option,
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many, the newest."),
        click.option(
            "-f",
            "--format",
            "form",
            type=click.Choice(["table", "json", "csv"]),
            default="table",
            show_default=True,
            help="Cards for a terminal; one JSON object with items, as_of, known_by; CSV with a header.",
        ),
        click.option(
            "--known-by",
            callback=_moment,
            metavar="MOMENT",
            help="As the ledger was then: a day (till its cut-off hour) or a time.",
        ),
        click.option("--text", metavar="WORDS", help="With these words, in any Arabic spelling."),
        click.option("--until", callback=_day, metavar="DATE", help="On this day or before it."),
        click.option("--since", callback=_day, metavar="DATE", help="On this day or after it."),
        click.option("--type", "kind", type=click.Choice(list(TYPES)), metavar="TYPE", help="Event of this type."),
        click.option("--place", metavar="NAME", help="At or about this place: its name in Arabic or English."),
        click.option("--act", type=click.Choice(list(ACTS)), metavar="ACT", help=f"Act: {', '.join(ACTS)}."),
        click.option("--speaker", metavar="NAME", help="Said or told by: name, post or actor id."),
    ):
        command = add(command)
    return command


def _list(what: str, since: date | None, until: date | None, kind: str | None, **asked: Any) -> int:
    """Show a list; days in the wrong order are a usage error."""
    from hudna.cli import lists

    if since and until and since > until:
        raise click.UsageError(f"--since {since} lies after --until {until}")
    return lists.show_list(getattr(lists, what), since=since, until=until, type=kind, **asked)


@hudna.command(epilog="Example: hudna statements --act deny --since 2017-06-20 --text سوريا")
@list_options
def statements(**asked: Any) -> int:
    """List who said what: newest first."""
    return _list("STATEMENTS", **asked)


@hudna.command(epilog="Example: hudna incidents --type shelling --place Daraa --format csv")
@list_options
def incidents(**asked: Any) -> int:
    """List what happened where: newest first.

    An incident is an event of violence, siege, capture, displacement, evacuation or exchange.
    """
    return _list("INCIDENTS", **asked)


@hudna.command(epilog="Example: hudna documents --since 2017-06-01 --format json")
@list_options
def documents(**asked: Any) -> int:
    """List the documents: newest first."""
    return _list("DOCUMENTS", **asked)


@hudna.command(epilog="Example: hudna show sta-1f3a (as much of an id as tells it from others)")
@click.argument("key", metavar="ID")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    show_default=True,
    help="Cards for a terminal; JSON; one page with the whole document.",
)
@click.option(
    "--known-by",
    callback=_moment,
    metavar="MOMENT",
    help="As the ledger was then: a day (till its cut-off hour) or a time.",
)
@click.option("--why", is_flag=True, help="Show for each field the rules and pack rows that produced it.")
@workspace_option
@quiet_option
def show(key: str, form: str, known_by: str | None, why: bool, workspace: str | None, quiet: bool) -> int:
    """Show one document, statement or incident in context.

    ID is one that a list shows, or as much of it as tells it from all others; for a document also the id
    that its source gave.
    """
    from hudna.cli import showing

    return showing.show(key, workspace=workspace, known_by=known_by, form=form, why=why, quiet=quiet)


@hudna.command(epilog="Example: hudna demo /tmp/hudna-demo")
@click.argument("directory", default="hudna-demo", type=click.Path(), metavar="[DIR]")
@quiet_option
def demo(directory: str, quiet: bool) -> int:
    """Try it on the bundled reports of May to July 2017.

    A workspace is made of them in DIR (hudna-demo where none is given), and what can be learnt from it is
    printed. Nothing is fetched from anywhere.
    """
    from hudna.cli import demonstration

    return demonstration.demo(directory, quiet=quiet)


@hudna.command(epilog='Example: eval "$(hudna completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@quiet_option
def completion(shell: str, quiet: bool) -> int:
    """Print the script that completes commands in a SHELL."""
    del quiet  # The script is the result, and there is nothing else to leave out.
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"there is no completion for {shell}")
    click.echo(found(hudna, {}, "hudna", "_HUDNA_COMPLETE").source())
    return 0


def main() -> NoReturn:
    """Run `hudna`."""
    hudna.main(prog_name="hudna")


__all__ = ["hudna", "main"]
