"""Do forks come to the same verdicts as processes that start Python anew?

usage: compare.py REALIMPORT CASES FOLDER

Every case is a folder with make.sh (builds the environment that it is given) and probe.txt (`import X`, `attribute X.y`,
`env NAME=VALUE`). Environments are kept in FOLDER. Each is asked twice: its targets beside two modules that always
import, so that they are forked, and the same with `--fresh`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

REALIMPORT, CASES, FOLDER = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), Path(sys.argv[3]).resolve()
CHOOSERS = ('VIRTUAL_ENV', 'CONDA_PREFIX', 'PYTHONPATH', 'PYTHONHOME')


def question(case, directory):
    """Targets and variables of a case."""
    imports, targets, variables = [], [], {}
    for line in (case / 'probe.txt').read_text().splitlines():
        word, _, rest = line.partition(' ')
        if word == 'import':
            imports.append(rest)
        elif word == 'attribute':
            owner = max((name for name in imports if rest.startswith(f'{name}.')), key=len)
            targets.append(f'{owner}:{rest[len(owner) + 1:]}')
        elif word == 'env':
            name, _, value = rest.partition('=')
            variables[name] = value.replace('$DIR', str(directory))
    return imports + targets + ['abc', 'keyword'], variables


def verdicts(case, directory, *options):
    targets, variables = question(case, directory)
    environment = {name: value for name, value in os.environ.items() if name not in CHOOSERS} | variables
    place = directory / '_cwd'
    run = subprocess.run(
        [REALIMPORT, 'check', '--python', directory / 'bin' / 'python', '--format', 'json', '--timeout', '60', *options,
         *targets], env=environment, cwd=place if place.is_dir() else directory, capture_output=True)
    checks = [[check[key] for key in ('target', 'outcome', 'phase', 'version', 'signal', 'exit_code')]
              + [(check['exception'] or {}).get('message')] for check in json.loads(run.stdout)['checks']]
    return run.returncode, checks


def main():
    compared = different = 0
    for case in sorted(path.parent for path in CASES.glob('*/probe.txt')):
        directory = FOLDER / case.name
        if not directory.exists():
            built = subprocess.run(['bash', case / 'make.sh', directory], capture_output=True)
            if built.returncode != 0:
                print(f'{case.name}: not built')
                continue
        forked, fresh = verdicts(case, directory), verdicts(case, directory, '--fresh')
        compared += 1
        if forked != fresh:
            different += 1
            print(f'{case.name}: forked {forked}, fresh {fresh}')
    print(f'{compared} environments, {different} different')
    return 1 if different or not compared else 0


sys.exit(main())
