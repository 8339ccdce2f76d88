/* All micro-kernels for elements of type T; see level.h for what is found defined, and blocking.h. */
#include "microkernels.inc.h"
#include "rows.inc.h"
#include "walk.inc.h"
#include "cells.inc.h"
#include "strided.inc.h"
#undef VEC
