# A toy block chain with hashlib: proof of work, tampering, a Merkle tree and an HMAC.
import base64
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass


@dataclass
class Block:
    index: int
    payload: list
    previous: str
    nonce: int = 0

    def digest(self):
        text = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def mine(block, difficulty=2):
    while not block.digest().startswith("0" * difficulty):
        block.nonce += 1
    return block


def valid(chain):
    return all(
        block.digest().startswith("00") and block.index == i and (i == 0 or block.previous == chain[i - 1].digest())
        for i, block in enumerate(chain)
    )


def sha(data):
    return hashlib.sha256(data).digest()


def merkle(leaves):
    level = [sha(leaf.encode()) for leaf in leaves]
    while len(level) > 1:
        if len(level) % 2:
            level.append(level[-1])
        level = [sha(a + b) for a, b in zip(level[::2], level[1::2])]
    return level[0].hex()


def proof(leaves, index):
    level, path = [sha(leaf.encode()) for leaf in leaves], []
    while len(level) > 1:
        if len(level) % 2:
            level.append(level[-1])
        path.append((index % 2, level[index ^ 1]))
        level, index = [sha(a + b) for a, b in zip(level[::2], level[1::2])], index // 2
    return path


def verify(leaf, path, root):
    value = sha(leaf.encode())
    for on_right, sibling in path:
        value = sha(sibling + value) if on_right else sha(value + sibling)
    return value.hex() == root


chain = [mine(Block(0, ["genesis"], "0" * 64))]
for payload in (["ann pays bob 5"], ["bob pays cyd 2", "cyd pays ann 1"]):
    chain.append(mine(Block(len(chain), payload, chain[-1].digest())))
for block in chain:
    print(f"#{block.index} nonce {block.nonce:>4} {block.digest()[:16]}... {block.payload}")
print("valid:", valid(chain))
chain[1].payload[0] = "ann pays bob 500"
print("after tampering:", valid(chain))

leaves = ["tx1", "tx2", "tx3", "tx4", "tx5"]
root = merkle(leaves)
print("merkle root:", root)
print("proofs:", [verify(leaf, proof(leaves, i), root) for i, leaf in enumerate(leaves)])
print("false proof:", verify("tx9", proof(leaves, 2), root))

signature = hmac.new(b"key", b"The quick brown fox jumps over the lazy dog", "sha256").hexdigest()
print("hmac:", signature, hmac.compare_digest(signature, signature[::-1]))
for name in ("md5", "sha1", "sha3_256", "blake2s"):
    print(f"{name:<9}{hashlib.new(name, b'abc').hexdigest()}")
print(base64.b64encode(sha(b"")).decode(), base64.b32encode(b"hello").decode(), base64.b85encode(b"hello").decode())
root[:12]
