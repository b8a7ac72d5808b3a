#include "yaml/any_shape.h"

#include <utility>

namespace tijian::yaml {
namespace {

/// Defines a part of the schema once, by name, and refers to it. It may contain itself.
Schema define(const std::string& name, Definitions& definitions, const AnyShape& shape) {
  if (definitions.try_emplace(name).second) {
    Schema described = shape.describe(definitions);
    definitions[name] = std::move(described);
  }
  return reference(name);
}

class NamedShape final : public ShapeBody {
 public:
  NamedShape(std::string name, AnyShape shape) : name_(std::move(name)), shape_(std::move(shape)) {}
  bool read(const Node& node, Reading& reading, void* out) const override {
    return shape_.read(node, reading, out);
  }
  Schema describe(Definitions& definitions) const override {
    return define(name_, definitions, shape_);
  }
  Tree write(const void* value) const override { return shape_.write(value); }

 private:
  std::string name_;
  AnyShape shape_;
};

/// A shape from within itself: does not own it.
class WithinShape final : public ShapeBody {
 public:
  explicit WithinShape(const ShapeBody& whole) : whole_(whole) {}
  bool read(const Node& node, Reading& reading, void* out) const override {
    return whole_.read(node, reading, out);
  }
  Schema describe(Definitions& definitions) const override { return whole_.describe(definitions); }
  Tree write(const void* value) const override { return whole_.write(value); }

 private:
  const ShapeBody& whole_;
};

class RecursiveShape final : public ShapeBody {
 public:
  RecursiveShape(std::string name, const std::function<AnyShape(AnyShape)>& made)
      : named_(std::move(name), made(AnyShape(new WithinShape(*this)))) {}
  bool read(const Node& node, Reading& reading, void* out) const override {
    return named_.read(node, reading, out);
  }
  Schema describe(Definitions& definitions) const override { return named_.describe(definitions); }
  Tree write(const void* value) const override { return named_.write(value); }

 private:
  NamedShape named_;
};

}  // namespace

ShapeBody::~ShapeBody() = default;

AnyShape::AnyShape(const ShapeBody* body) : body_(body) {}
AnyShape::AnyShape(const AnyShape&) noexcept = default;
AnyShape& AnyShape::operator=(const AnyShape&) noexcept = default;
AnyShape::~AnyShape() = default;

bool AnyShape::read(const Node& node, Reading& reading, void* out) const {
  return body_->read(node, reading, out);
}

Schema AnyShape::describe(Definitions& definitions) const { return body_->describe(definitions); }

Tree AnyShape::write(const void* value) const { return body_->write(value); }

AnyShape any_named(std::string name, AnyShape shape) {
  return AnyShape(new NamedShape(std::move(name), std::move(shape)));
}

AnyShape any_recursive(std::string name, const std::function<AnyShape(AnyShape)>& made) {
  return AnyShape(new RecursiveShape(std::move(name), made));
}

}  // namespace tijian::yaml
