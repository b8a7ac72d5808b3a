#pragma once
#include "tijian/data_source.h"
#include "yaml/shape.h"

namespace tijian::dataset {

/// A whole sources.yaml.
struct SourcesDraft {
  int sources = 1;
  std::vector<DataSource> files;
};
yaml::Shape<SourcesDraft> sources_shape();
/// One of its files.
yaml::Shape<DataSource> source_shape();

}  // namespace tijian::dataset
