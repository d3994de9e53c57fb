"""Does something once a package is loaded, which may be long after, and never loads it itself.

Finder and loader inherit from nothing: ``importlib.abc`` takes longer to load than the package.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any


def once_loaded(package: str, work: Callable[[], object]) -> None:
    """Do *work* when *package* has been imported; at once where it has been already.

    >>> once_loaded("sys", lambda: print("it is there"))
    it is there
    """
    if package in sys.modules:
        work()
    else:
        sys.meta_path.insert(0, _Watch(package, work))


class _Watch:
    """Finds *package* as the others do, and has its loader tell when it is done."""

    def __init__(self, package: str, work: Callable[[], object]) -> None:
        self.package = package
        self.work = work

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:  # noqa: ANN401 - a ModuleSpec or None
        if name != self.package:
            return None
        others: list[Any] = [finder for finder in sys.meta_path if finder is not self]
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in found if spec is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _Telling(spec.loader, self)
        return spec


class _Telling:
    """The loader of a package, and what is to be done after it."""

    def __init__(self, own: Any, watch: _Watch) -> None:  # noqa: ANN401 - a Loader
        self._own = own
        self._watch = watch

    def __getattr__(self, name: str) -> object:
        return getattr(self._own, name)

    def create_module(self, spec: object) -> Any:  # noqa: ANN401 - a module or None
        return self._own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not self._watch]
        if module.__spec__ is not None:
            module.__spec__.loader = self._own
        module.__loader__ = self._own
        self._own.exec_module(module)
        self._watch.work()
