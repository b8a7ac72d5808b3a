#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/data_source.h"
#include "tijian/dataset.h"

namespace tijian {

/// How a table could be read, and what of that is doubtful.
struct Proposal {
  DataSource source;
  std::vector<Text> remarks;  ///< each doubtful choice: the other readings, what speaks for each
  bool open = false;          ///< something has to be said by a person before it can be read
  bool unread = false;        ///< nothing of it was understood
};

/// Looks at files (or folders of them) and tells how each of their tables could be read: an entry
/// for each file, and for each sheet of a workbook that has several. Files that cannot be read are
/// errors, and get one too.
Loaded<std::vector<Proposal>> propose(std::span<const std::string> paths, const Framework&);

/// A sources.yaml of them, with the remarks as comments; what was not understood is only a comment
/// itself, so that it does not keep the others from being read. Files are named as seen from
/// `folder`.
std::string to_yaml(std::span<const Proposal>, std::string_view folder,
                    std::string_view language = "en");

}  // namespace tijian
