#pragma once
/// Tijian: scores urban health checks. Load a framework, read the data, evaluate, fit, apply.
#include "tijian/audit.h"
#include "tijian/compare.h"
#include "tijian/dataset.h"
#include "tijian/diagnostic.h"
#include "tijian/framework.h"
#include "tijian/indicator_table.h"
#include "tijian/method.h"
#include "tijian/method_table.h"
#include "tijian/model.h"
#include "tijian/robustness.h"
#include "tijian/scorecard.h"
#include "tijian/statistics.h"
