"""Prints words.txt: the words at a few addresses, by an implementation apart from the Java one. Needs Python 3."""

M = 0xFFFFFFFF


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        a, b = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(b >> 32) ^ c[1] ^ k[0], b & M, (a >> 32) ^ c[3] ^ k[1], a & M]
        k = [(k[0] + 0x9E3779B9) & M, (k[1] + 0xBB67AE85) & M]
    return c


assert philox([0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344], [0xA4093822, 0x299F31D0]) == [
    0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]


def fnv(text):
    h = 0x811C9DC5
    for octet in text.encode():
        h = (h ^ octet) * 0x01000193 & M
    return h | 0x80000000


print("# The format: words at a few addresses. A change here changes every result ever published.")
print("# Recipe: words.py. Columns: seed, path, stream, quarter (decimal), words 0..3 (hexadecimal).")
for seed, path, stream, quarter in [
    (0, 0, 0, 1), (1, 0, 0, 1), (0, 1, 0, 1), (0, 0, 1, 1), (0, 0, 0, 2), (20260701, 8123456, 2, 20),
    (-1, 1 << 40, 3, 60), (-(1 << 63), (1 << 63) - 1, 16, 0), (42, 999999, 32, 0), (42, 999999, 35, 0),
    (42, 999999, fnv("market.elasticity"), 0), (1234567890123456789, 4294967296, fnv("spot.reversion"), 0),
]:
    words = philox([path & M, path >> 32 & M, quarter, stream], [seed & M, seed >> 32 & M])
    print(seed, path, stream, quarter, *(f"{w:08x}" for w in words))
