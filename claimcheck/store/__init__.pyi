from claimcheck.store.adding import Added as Added
from claimcheck.store.opening import open_store as open_store
from claimcheck.store.store import Store as Store
