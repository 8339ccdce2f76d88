"""BLAS, held at one thread while workers of the thread pool call it.

Compiled, because Python runs signal handlers between the steps of Python functions: an exception on
the way in or out, such as Ctrl-C's, would leave BLAS at one thread for the rest of the program.
"""

import os
import threading

from cpython.pythread cimport PyThread_get_thread_ident


cdef object call_undisturbed(function, arguments):
    """Call a function; if a signal handler raises in it, call it again and return the exception."""
    try:
        function(*arguments)
    except BaseException as interrupt:
        function(*arguments)
        return interrupt
    return None


cdef class SingleThreadedBlas:
    """Context manager that holds BLAS at one thread.

    OpenBLAS has one thread count for the process, so calls that overlap share the limit: the first
    sets it, and the last restores the former counts.
    """

    # A signal handler may enter and leave while its thread does so itself, hence an RLock.
    cdef object lock
    cdef list callers  # threads of the calls inside, one entry for each call
    cdef object libraries  # threadpoolctl's controllers
    cdef list counts  # threads of each library before the first of these calls

    def __init__(self):
        self.lock = threading.RLock()
        self.callers = []
        self.libraries = None
        self.counts = []

    def reset(self):
        """Forget the calls of other threads, which a forked child does not have."""
        cdef unsigned long caller = PyThread_get_thread_ident()
        self.lock = threading.RLock()
        self.callers = [each for each in self.callers if each == caller]
        if not self.callers:
            self.restore()

    def __enter__(self):
        with self.lock:
            if self.libraries is None:
                # Imported at the first product: `import polyconv` loads no package but NumPy.
                from threadpoolctl import ThreadpoolController
                self.libraries = ThreadpoolController().select(user_api="blas").lib_controllers
            if not self.callers:
                self.counts = [library.num_threads for library in self.libraries]
            self.callers.append(PyThread_get_thread_ident())
            try:
                if len(self.callers) == 1:
                    for library in self.libraries:
                        library.set_num_threads(1)
            except BaseException:
                self.leave()
                raise

    def __exit__(self, *exception):
        lock = self.lock  # a signal handler may fork
        interrupt = call_undisturbed(lock.acquire, ())
        try:
            interrupt = self.leave() or interrupt
        finally:
            lock.release()
        if interrupt is not None:
            raise interrupt

    cdef object leave(self):
        """End a call of this thread; return the exception of a signal handler, or None."""
        interrupt = self.restore() if len(self.callers) == 1 else None
        self.callers.remove(PyThread_get_thread_ident())
        return interrupt

    cdef object restore(self):
        """Restore the counts; return the exception of a signal handler, or None."""
        interrupt = None
        for library, count in zip(self.libraries or (), self.counts):
            interrupt = call_undisturbed(library.set_num_threads, (count,)) or interrupt
        return interrupt


blas_single_threaded = SingleThreadedBlas()

os.register_at_fork(after_in_child=blas_single_threaded.reset)
