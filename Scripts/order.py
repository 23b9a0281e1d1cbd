"""Which functions does a check run? Written as a list for the linker, which lays them beside one another.

usage: order.py REALIMPORT MAP LIST

REALIMPORT has its symbols, and was linked to MAP (ld.gold --Map). A check of `json` touches few of the
program's 20 MB, and every page of code that is touched for the first time costs a fault. Needs valgrind (callgrind).
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

REALIMPORT, MAP, LIST = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), Path(sys.argv[3])
SYSTEM_PYTHON = '/usr/bin/python3'
HEADING = '# Functions of a check, for the linker (--section-ordering-file). Made by `make order`; do not edit.\n'
# callgrind's format: `fn=(7) name`, later `fn=(7)`; `cfn` is the function called.
FUNCTION = re.compile(r'c?fn=\(\d+\) (\S+)\n')


def functions(profile):
    """Names of all functions that one process ran; one on the stack more than once has its depth behind the name."""
    return {found[1].split("'")[0] for line in profile if (found := FUNCTION.fullmatch(line))}


def processes(*arguments):
    """What the front and its worker ran, in a check of `json` with these options."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ['valgrind', '--tool=callgrind', '--demangle=no', '--trace-children=yes',
             f'--callgrind-out-file={folder}/%p', REALIMPORT, *arguments, 'json'],
            check=True, capture_output=True, cwd=folder)
        # The worker is forked, so its number is the higher one, but where numbers start anew.
        for path in sorted(Path(folder).iterdir(), key=lambda path: int(path.name)):
            with path.open(errors='replace') as profile:
                yield functions(profile)


def main():
    # The Python that is found, and one that is named: each way has functions of its own.
    fronts, workers = zip(*(processes(*arguments) for arguments in ([], ['--python', SYSTEM_PYTHON])))
    front, worker = set().union(*fronts), set().union(*workers)
    sections = {}
    for line in MAP.read_text(errors='replace').splitlines():
        if (found := re.match(r' (\.text\.(?:unlikely\.|startup\.|hot\.)?(\S+))', line)) is not None:
            sections.setdefault(found[2], found[1])
    # What the worker needs comes first: Python waits for it.
    ordered = [sorted(sections[name] for name in names if name in sections) for names in (worker, front - worker)]
    LIST.write_text(HEADING + ''.join(f'{section}\n' for group in ordered for section in group))
    print(f'{sum(map(len, ordered))} functions')


if __name__ == '__main__':
    main()
