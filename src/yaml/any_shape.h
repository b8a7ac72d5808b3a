#pragma once
#include <functional>
#include <memory>
#include <string>

#include "yaml/reading.h"
#include "yaml/schema.h"
#include "yaml/tree.h"

namespace tijian::yaml {

/// What a shape does, with values of a type that only it knows.
class ShapeBody {
 public:
  ShapeBody() = default;
  ShapeBody(const ShapeBody&) = delete;
  ShapeBody& operator=(const ShapeBody&) = delete;
  virtual ~ShapeBody();
  virtual bool read(const Node&, Reading&, void* out) const = 0;
  virtual Schema describe(Definitions&) const = 0;
  virtual Tree write(const void* value) const = 0;
};

/// A shape of whatever type: a handle of its body. Shapes are put together in hundreds of places:
/// what does not depend on the type, copies above all, is compiled once, and not in each of them.
class AnyShape {
 public:
  /// Owns the body, which is new. No unique_ptr: one for each type of body would take a third of
  /// the time of compilation.
  explicit AnyShape(const ShapeBody* body);
  AnyShape(const AnyShape&) noexcept;
  AnyShape& operator=(const AnyShape&) noexcept;
  ~AnyShape();

  bool read(const Node&, Reading&, void* out) const;
  Schema describe(Definitions&) const;
  Tree write(const void* value) const;

 private:
  std::shared_ptr<const ShapeBody> body_;
};

/// The schema defines it once, by name.
AnyShape any_named(std::string name, AnyShape);

/// The same of a shape that contains itself: `made` makes it of the shape to be contained.
AnyShape any_recursive(std::string name, const std::function<AnyShape(AnyShape)>& made);

}  // namespace tijian::yaml
