"""Writes portable-reference.json: correctly rounded values of exp, log, sin, cos, tanh, pow, sigmoid.

Run: python3 test/golden/portable-reference.py   (no packages; about 1 s; the same file every time)

Each function has its arguments as shortest decimals of doubles (`x`, and `y` for pow; `xOf` names a
function with the same arguments), the true result rounded to a double (`result`: base64 of
little-endian float64) and what rounding left out, in 1/254 of the spacing of doubles there (`rest`:
base64 of int8), so that an error can be told to about 0.002 ulp.
"""
import base64
import json
import math
import pathlib
import random
import struct
from decimal import Decimal, getcontext

getcontext().Emin = -999999
getcontext().Emax = 999999
getcontext().prec = 420
chance = random.Random(20261122)


def arctangent_of_inverse(n):
    term = total = Decimal(1) / n
    k = 1
    while abs(term) > Decimal(10) ** -418:
        term = -term / (n * n)
        k += 2
        total += term / k
    return total


PI = 4 * (4 * arctangent_of_inverse(5) - arctangent_of_inverse(239))
DIGITS = 70


def series(x, first, start):
    """Sum of x^k / k! over every second k from `start`, signs by `first`: -1 circular, 1 hyperbolic."""
    term = x if start else Decimal(1)
    total = term
    k = start
    while abs(term) > abs(total) * Decimal(10) ** -(DIGITS + 5):
        term = first * term * x * x / ((k + 1) * (k + 2))
        k += 2
        total += term
    return total


def quarter(x):
    """Whole quarter turns in x, and the rest; in 420 digits since x may have 309."""
    getcontext().prec = 420
    n = (x / (PI / 2)).to_integral_value()
    rest = x - n * PI / 2
    getcontext().prec = DIGITS
    return int(n) % 4, +rest


def sin(x, more=0):
    n, rest = quarter(x)
    n = (n + more) % 4
    value = series(rest, -1, 0) if n % 2 else series(rest, -1, 1)
    return -value if n >= 2 else value


def cos(x):
    return sin(x, 1)


def tanh(x):
    if abs(x) < 1:
        return series(x, 1, 1) / series(x, 1, 0)
    e = (2 * x).exp()
    return (e - 1) / (e + 1)


def sigmoid(x):
    return 1 / (1 + (-x).exp())


def spacing(y):
    if abs(y) < 2.0**-1022:
        return Decimal(5e-324)
    return Decimal(math.ulp(y))


def short(value):
    """A double near `value` with at most six decimal digits, for a small file."""
    return float('%.6g' % value)


def doubles_next_to(value, reach=1):
    result = [value]
    for towards in (-math.inf, math.inf):
        near = value
        for _ in range(reach):
            near = math.nextafter(near, towards)
            result.append(near)
    return result


def spread(n, low, high):
    return [short(low + (high - low) * (i + chance.random()) / n) for i in range(n)]


def tiny(n, smallest=-300):
    """Both signs, all sizes down to 10 to the power `smallest`."""
    return [short(chance.choice((-1, 1)) * 10 ** (smallest * chance.random())) for _ in range(n)]


def points():
    half = math.log(2) / 2
    yield 'exp', [(x,) for x in spread(600, -30, 30) + spread(400, -744, 709.7) + tiny(150)
                  + spread(150, -745.1, -707) + [short(k * half * (1 + 1e-5 * s))
                  for k in range(-60, 61) for s in (-1, 1)]]
    yield 'log', [(abs(x),) for x in spread(500, 0, 10) + spread(300, 0.5, 2) + tiny(200, -323)
                  + [short(1 / abs(t)) for t in tiny(200, -307)] + [1 + t for t in tiny(200, -15)]
                  + doubles_next_to(1.0, 20) + doubles_next_to(math.sqrt(0.5), 5)
                  + [5e-324, 2.0**-1022, 1.7976931348623157e308] + spread(100, 1, 1e6)]
    turns = [n * math.pi / 2 for n in range(1, 150)] + [(n + 0.5) * math.pi / 2 for n in range(60)]
    turns += [math.pi / 2 * round(10 ** (1 + 14 * i / 60)) for i in range(60)]
    hard = [6381956970095103.0 * 2.0**797, 1.7976931348623157e308, 2.0**1000, 500000.0, 823549.6645]
    circle = (spread(500, -10, 10) + spread(200, -1000, 1000) + spread(150, -500000, 500000) + tiny(100)
              + turns + [-t for t in turns[:50]] + hard + [short(1 / t) for t in tiny(300, -308)])
    yield 'sin', [(x,) for x in circle]
    yield 'cos', [(x,) for x in circle]
    yield 'tanh', [(x,) for x in spread(800, -3, 3) + spread(300, 0.5, 0.6) + spread(200, -25, 25) + tiny(200)]
    yield 'sigmoid', [(x,) for x in spread(350, -10, 10) + spread(100, -744, 40) + tiny(50)]
    near = [(1 + t, short(s * 600 / max(abs(t), 1e-16))) for t in tiny(200, -15) for s in (chance.uniform(-1, 1),)]
    edge = []
    for x in spread(300, 0.01, 50):
        edge.append((x, short(chance.choice((-1, 1)) * chance.uniform(1021, 1074) / math.log2(x))))
    yield 'pow', ([(x, short(chance.uniform(-6, 6))) for x in spread(500, 0.001, 20)] + near + edge
                  + [(x, short(chance.uniform(0, 3))) for x in spread(300, 0.0001, 1)]
                  + [(abs(x), short(chance.uniform(-1, 1))) for x in tiny(150, -320)]
                  + [(float(b), float(e)) for b in range(2, 12) for e in range(-10, 16)])


def decimals(values):
    return ' '.join(repr(v).removesuffix('.0') for v in values)


def write():
    out = {}
    functions = {'exp': Decimal.exp, 'log': Decimal.ln, 'sin': sin, 'cos': cos, 'tanh': tanh,
                 'sigmoid': sigmoid, 'pow': lambda x, y: (y * x.ln()).exp()}
    for name, arguments in points():
        getcontext().prec = DIGITS
        kept, results, rests = [], [], []
        for argument in arguments:
            true = functions[name](*(Decimal(a) for a in argument))
            y = float(true)
            if math.isinf(y):
                continue
            kept.append(argument)
            results.append(y)
            rests.append(round((true - Decimal(y)) / spacing(y) * 254))
        entry = {'x': decimals(a[0] for a in kept)}
        if name == 'cos':
            entry = {'xOf': 'sin'}
        if name == 'pow':
            entry['y'] = decimals(a[1] for a in kept)
        entry['result'] = base64.b64encode(struct.pack('<%dd' % len(results), *results)).decode()
        entry['rest'] = base64.b64encode(struct.pack('%db' % len(rests), *rests)).decode()
        out[name] = entry
    text = json.dumps(out, indent=2)
    pathlib.Path(__file__).with_name('portable-reference.json').write_text(text + '\n')
    for name, entry in out.items():
        print(name, len(base64.b64decode(entry['rest'])))


write()
