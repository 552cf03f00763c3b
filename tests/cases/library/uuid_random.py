#! alone = "uuid4 draws from the run's seed"
# Random UUIDs follow the seed.
import uuid

first, second = uuid.uuid4(), uuid.uuid4()
print(first, second, first == second)
print(first.version, first.variant == uuid.RFC_4122)
print(f"order-{str(uuid.uuid4())[:8]}", uuid.uuid4().hex)
str(uuid.uuid4())
