#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "yaml/reading.h"

namespace tijian::yaml {

/// The path without symbolic links and dots; what does not exist stays as written.
std::filesystem::path canonical(const std::filesystem::path&);

/// The files that one load reads. Keeps their documents, holds includes inside the folder of the
/// file that was opened first, and knows the order in which files were met.
class Files {
 public:
  /// A document that is being read; while it lives, including its file again is a cycle.
  class Opened {
   public:
    Opened(Files& files, const Document* document) : files_(files), document_(document) {}
    ~Opened();
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    /// Null where the file could not be read.
    const Node* root() const { return document_ ? document_->root : nullptr; }

   private:
    Files& files_;
    const Document* document_;
  };

  /// Opens a file as it was named on the command line; includes below it stay in its folder.
  Opened open(const std::string& path, std::vector<Diagnostic>&);
  /// The path of the file that a node of an open document names, relative to that document.
  /// Nothing where it is not there or outside of the folder (reported).
  std::optional<std::string> locate(const Node& name, Reading&) const;
  /// Opens that file as a document.
  Opened include(const Node& name, Reading&);
  /// The path of a name in a document, as messages show it.
  static std::string beside(const Document&, const std::string& name);

  /// Brings diagnostics into the order of the files, and within one of lines and columns.
  void sort(std::vector<Diagnostic>&) const;

 private:
  struct Frame {
    std::filesystem::path file;    // canonical
    std::filesystem::path folder;  // that includes stay in, canonical
  };
  Opened push(const std::string& path, Frame, std::vector<Diagnostic>&);

  std::vector<std::unique_ptr<Document>> documents_;
  std::vector<Frame> open_;
};

}  // namespace tijian::yaml
