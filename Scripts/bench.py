"""Times commands of realimport against the same work done by plain Python: in turn, in several rounds, as medians."""

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REALIMPORT = str(Path(sys.argv[1]).resolve())
PACKAGING_BENCH = str(Path(sys.argv[2]).resolve() / 'packaging-bench')
OBJECTS_BENCH = str(Path(sys.argv[2]).resolve() / 'objects-bench')
REPOSITORY = Path(sys.argv[3]).resolve()
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ('VIRTUAL_ENV', 'CONDA_PREFIX', 'PYTHONPATH')}
# A row: what it measures, the environment, both commands, rounds, the unit, and what the budget allows.
WALL, MEMORY = 'wall', 'memory'
# Bytes of address space: inputs have some kilobytes, and no reader needs more than a multiple of them.
FUZZING_LIMIT = 1 << 30


def environment(name):
    script = REPOSITORY / 'Scripts' / 'environment'
    return Path(subprocess.run([script, name], capture_output=True, text=True, check=True).stdout.strip())


def python(folder):
    return str(folder / 'bin' / 'python')


def measured(command, folder):
    """Seconds and the peak memory in MB of the largest process of a command."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        started = time.perf_counter()
        subprocess.run(command, cwd=folder, env=ENVIRONMENT)
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        os.write(write, f'{seconds} {peak}'.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        seconds, peak = pipe.read().split()
    return {WALL: float(seconds), MEMORY: float(peak)}


def compared(ours, theirs, rounds, folder, warm=True):
    if warm:
        measured(ours, folder), measured(theirs, folder)
    pairs = [(measured(ours, folder), measured(theirs, folder)) for _ in range(rounds)]
    middle = {}
    for unit in (WALL, MEMORY):
        middle[unit] = [statistics.median(pair[side][unit] for pair in pairs) for side in (0, 1)]
    middle['ratio'] = statistics.median(a[WALL] / b[WALL] for a, b in pairs)
    return middle


def loop(folder, where):
    """A shell loop over the modules that `--all` checks there."""
    report = subprocess.run([REALIMPORT, '--python', python(where), '--all', '--format', 'json'],
                            cwd=folder, env=ENVIRONMENT, capture_output=True).stdout
    modules = ' '.join(check['module'] for check in json.loads(report)['checks'])
    return ['sh', '-c', f"for module in {modules}; do '{python(where)}' -c \"import $module\"; done"]


def everything(name, kind, rounds, folder):
    """Both ways over a whole environment."""
    where = environment(name)
    count = len(list(where.glob('lib/python3*/site-packages/*.dist-info')))
    return (f'`realimport --all`, {count} distributions, {kind}', "a shell loop of `python -c 'import X'`", 0.28,
            compared([REALIMPORT, '--python', python(where), '--all'], loop(folder, where), rounds, folder, warm=False))


def conflicts(folder):
    """What an environment's metadata claims against itself, and the same question to uv."""
    where, tools = environment('many'), environment('tools')
    count = len(list(where.glob('lib/python3*/site-packages/*.dist-info')))
    ours = [REALIMPORT, 'environment', '--python', python(where), '--format', 'json']
    theirs = [str(tools / 'bin' / 'uv'), 'pip', 'check', '--python', python(where)]
    return (f'`realimport environment`, {count} distributions: their conflicts, files and the machine', '`uv pip check`',
            None, compared(ours, theirs, 25, folder))


def conflicts_alone(folder):
    """The same without the rest of the description: a process that only reads and compares metadata."""
    where, tools = environment('many'), environment('tools')
    site = next(where.glob('lib/python3*/site-packages'))
    ours = [PACKAGING_BENCH, 'conflicts', '1', str(site)]
    theirs = [str(tools / 'bin' / 'uv'), 'pip', 'check', '--python', python(where)]
    return 'the conflicts of these alone', '`uv pip check`', 1.0, compared(ours, theirs, 25, folder)


def generated(folder, count):
    """A site folder of distributions that require one another under markers, as METADATA has them."""
    site = Path(folder) / f'generated-{count}'
    for number in range(count):
        info = site / f'dist_{number}-1.{number}.dist-info'
        info.mkdir(parents=True)
        required = [(number * step + 1) % count for step in range(1, 9)]
        lines = ['Metadata-Version: 2.1', f'Name: dist-{number}', f'Version: 1.{number}', 'Requires-Python: >=3.9']
        lines += [f'Requires-Dist: dist-{other}>=1.0,<{1 + other % 3}' for other in required[:4]]
        lines += [f"Requires-Dist: dist-{other}[all]; python_version < '3.{other % 20}'" for other in required[4:6]]
        lines += [f"Requires-Dist: dist-{other}>=1; extra == 'all'" for other in required[6:]]
        (info / 'METADATA').write_text('\n'.join(lines) + '\n\n' + 'What it does.\n' * 300)
        (info / 'WHEEL').write_text('Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n')
    return site


def seconds_of_conflicts(site):
    command = [PACKAGING_BENCH, 'conflicts', '9', site]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def linearity(folder):
    """Twenty times as many distributions: 2 leaves room for the caches that a hundred fit in; a square would be 20."""
    few, many = generated(folder, 100), generated(folder, 2000)
    pairs = [(seconds_of_conflicts(many), 20 * seconds_of_conflicts(few)) for _ in range(5)]
    wall = [statistics.median(pair[side] for pair in pairs) for side in (0, 1)]
    return ('conflicts of 2,000 distributions, in the process', '20 times those of 100', 2,
            {WALL: wall, MEMORY: [], 'ratio': statistics.median(a / b for a, b in pairs)})


def explanation(folder):
    """A pasted text, without an environment to hold it against."""
    text = folder + '/pasted.txt'
    Path(text).write_text(PASTED)
    plain = python(environment('small'))
    return ('`realimport explain` of one traceback', '`python -c pass`', 1.0,
            compared([REALIMPORT, 'explain', text], [plain, '-c', 'pass'], 25, folder))


PASTED = """\
Traceback (most recent call last):
  File "app.py", line 1, in <module>
    import vllm
  File "/srv/lib/python3.11/site-packages/vllm/__init__.py", line 10, in <module>
    import vllm.env_override  # noqa: F401
  File "/srv/lib/python3.11/site-packages/vllm/env_override.py", line 41, in <module>
    torch._inductor.config.compile_threads = 1
AttributeError: module 'torch._inductor' has no attribute 'config'
"""


def failing(name, module, folder):
    """A check that fails, with its diagnosis, which may take 50 ms; so may all that realimport does beside the import."""
    where = environment(name)
    count = len(list(where.glob('lib/python3*/site-packages/*.dist-info')))
    ours = [REALIMPORT, '--python', python(where), '--control', 'never', module]
    result = compared(ours, [python(where), '-c', f'import {module}'], 25, folder)
    allowed = result[WALL][1] + 0.05
    result[WALL][1], result['ratio'] = allowed, result[WALL][0] / allowed
    return (f'`realimport {module}`, which fails, among {count} distributions', f"`python -c 'import {module}'` and 50 ms",
            1.0, result)


def objects_of(where):
    """The files that are named like shared objects, each once."""
    files = {path.resolve() for path in where.glob('lib/**/*.so*') if re.search(r'\.so(\.[0-9]+)*$', path.name)}
    return sorted(str(path) for path in files if path.is_file())


def links(what, where, files, budget, rounds, folder):
    """Files examined in one process, and each by the loader itself."""
    quoted = ' '.join(f"'{file}'" for file in files)
    ours = [OBJECTS_BENCH, 'links', python(where), *files]
    theirs = ['sh', '-c', f'for file in {quoted}; do ldd -r "$file"; done']
    return what, '`ldd -r` of each', budget, compared(ours, theirs, rounds, folder)


def links_of_torch(folder):
    where = environment('torch')
    file = next(where.glob('lib/python3*/site-packages/torch/lib/libtorch_cpu.so'))
    return links('the links of `libtorch_cpu.so`', where, [str(file)], 1.0, 9, folder)


def links_of_all(folder):
    where = environment('serving')
    files = objects_of(where)
    return links(f'the links of {len(files)} objects of an environment', where, files, 1.0, 3, folder)


def fuzzed(name, command, count):
    """A line about what reads files of others; what is wrong with it ends the whole run."""
    done = subprocess.run([*command, str(count), str(time.time_ns())], capture_output=True, text=True, timeout=1800,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (FUZZING_LIMIT, FUZZING_LIMIT)))
    if done.returncode != 0:
        raise SystemExit(f'fuzzing: exit code {done.returncode}\n{done.stdout}{done.stderr}')
    return f'{name}, fuzzed: {done.stdout.splitlines()[-1]}.\n'


def rows(folder):
    small, torch = environment('small'), environment('torch')
    yield ('`realimport json`', "`python -c 'import json'`", 1.3,
           compared([REALIMPORT, '--python', python(small), 'json'], [python(small), '-c', 'import json'], 41, folder))
    system = '/usr/bin/python3'
    if Path(system).exists():
        yield ("the same with the system's Python", "`python3 -c 'import json'`", 1.3,
               compared([REALIMPORT, '--python', system, 'json'], [system, '-c', 'import json'], 41, folder))
        made = Path(folder) / 'made'
        subprocess.run([system, '-m', 'venv', '--without-pip', made], check=True)
        yield ('in a virtual environment of it', "`python -c 'import json'`", 1.3,
               compared([REALIMPORT, '--python', python(made), 'json'], [python(made), '-c', 'import json'], 41, folder))
    yield ('`realimport numpy`', "`python -c 'import numpy'`", None,
           compared([REALIMPORT, '--python', python(small), 'numpy'], [python(small), '-c', 'import numpy'], 25, folder))
    yield ('`realimport torch`', "`python -c 'import torch'`", 1.03,
           compared([REALIMPORT, '--python', python(torch), 'torch'], [python(torch), '-c', 'import torch'], 21, folder))
    yield explanation(folder)
    yield failing('markupsafe', 'jinja2', folder)
    yield failing('many', 'no_such_module', folder)
    yield conflicts(folder)
    yield conflicts_alone(folder)
    yield linearity(folder)
    yield links_of_torch(folder)
    yield links_of_all(folder)
    yield everything('many', 'compiled', 2, folder)
    # Neither of the two leaves compiled files behind.
    ENVIRONMENT['PYTHONDONTWRITEBYTECODE'] = '1'
    yield everything('serving', 'not compiled', 2, folder)


def table(folder):
    lines = ['| command | against | seconds | ratio | budget | memory MB |', '|---|---|---|---|---|---|']
    for ours, theirs, budget, result in rows(folder):
        seconds = ' : '.join(f'{value:.3f}' for value in result[WALL])
        memory = ' : '.join(f'{value:.0f}' for value in result[MEMORY])
        lines.append(f"| {ours} | {theirs} | {seconds} | {result['ratio']:.2f} | {budget or ''} | {memory} |")
        print(lines[-1], flush=True)
    return '\n'.join(lines) + '\n'


with tempfile.TemporaryDirectory() as folder:
    text = table(folder) + '\n' + fuzzed('The parsers of metadata', [PACKAGING_BENCH, 'fuzz'], 1_000_000)
    text += '\n' + fuzzed('The reader of ELF', [OBJECTS_BENCH], 1_000_000)
target = REPOSITORY / 'Benchmarks' / 'results.md'
target.parent.mkdir(exist_ok=True)
target.write_text('Medians of rounds taken in turn, ours first; made by `make bench`.\n\n' + text)
