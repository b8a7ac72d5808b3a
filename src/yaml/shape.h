#pragma once
#include <string>
#include <utility>

#include "yaml/any_shape.h"

namespace tijian::yaml {

/// For shapes that nothing is ever written of.
struct NotWritten {
  [[noreturn]] Tree operator()(const auto&) const { refuse(); }
  [[noreturn]] static void refuse();
};

/// A shape made of functions.
template <class T, class Read, class Describe, class Write>
class FunctionShape final : public ShapeBody {
 public:
  FunctionShape(Read reads, Describe describes, Write writes)
      : read_(std::move(reads)), describe_(std::move(describes)), write_(std::move(writes)) {}
  bool read(const Node& node, Reading& reading, void* out) const override {
    return read_(node, reading, *static_cast<T*>(out));
  }
  Schema describe(Definitions& definitions) const override { return describe_(definitions); }
  Tree write(const void* value) const override { return write_(*static_cast<const T*>(value)); }

 private:
  [[no_unique_address]] Read read_;
  [[no_unique_address]] Describe describe_;
  [[no_unique_address]] Write write_;
};

/// What a YAML node must look like to become a T: reads it, collecting every problem, describes
/// itself as a JSON schema, and writes what it reads back. `read` fills what it can and returns
/// whether all of it was right.
template <class T>
class Shape : public AnyShape {
 public:
  /// bool read(const Node&, Reading&, T&), Schema describe(Definitions&), Tree write(const T&)
  template <class Read, class Describe, class Write = NotWritten>
  Shape(Read reads, Describe describes, Write writes = {})
      : AnyShape(new FunctionShape<T, Read, Describe, Write>(std::move(reads), std::move(describes),
                                                             std::move(writes))) {}
  /// What is known to be of a T.
  explicit Shape(AnyShape shape) : AnyShape(std::move(shape)) {}
  template <class Other>
  explicit Shape(const Shape<Other>&) = delete;

  bool read(const Node& node, Reading& reading, T& out) const {
    return AnyShape::read(node, reading, &out);
  }
  Tree write(const T& value) const { return AnyShape::write(&value); }
};

/// The functions of a shape, for another that shares them.
template <class T>
auto read_as(const Shape<T>& shape) {
  return [shape](const Node& node, Reading& reading, T& out) {
    return shape.read(node, reading, out);
  };
}
inline auto described_as(const AnyShape& shape) {
  return [shape](Definitions& definitions) { return shape.describe(definitions); };
}
template <class T>
auto written_as(const Shape<T>& shape) {
  return [shape](const T& value) { return shape.write(value); };
}

/// What messages call a kind of node.
Text title(Node::Kind);

/// How many items there must be.
Text at_least(std::size_t);
Text exactly(std::size_t);

/// Whether the node is of the kind; reports Y122 (nothing there) or Y123 (another kind).
bool expect(Node::Kind, const Node&, Reading&);

/// Reports that the node is of no kind that is wanted there: Y122 or Y123.
void refuse_kind(const Node&, Reading&, const Text& wanted);

/// A shape whose reading is followed by a check of what was read.
template <class T, class Check>
Shape<T> checked(const Shape<T>& shape, Check check) {
  return {[shape, check](const Node& node, Reading& reading, T& out) {
            return shape.read(node, reading, out) && check(node, reading, out);
          },
          described_as(shape), written_as(shape)};
}

/// A shape that reads into a part of T: `part(out)`.
template <class T, class Of, class Part>
Shape<T> part(const Shape<Of>& shape, Part part) {
  return {[shape, part](const Node& node, Reading& reading, T& out) {
            return shape.read(node, reading, part(out));
          },
          described_as(shape)};
}

template <class To, class From, class Convert>
auto converting(const Shape<From>& shape, Convert convert) {
  return [shape, convert](const Node& node, Reading& reading, To& out) {
    From from{};
    const bool good = shape.read(node, reading, from);
    convert(std::move(from), out);
    return good;
  };
}

/// A shape read into another type.
template <class To, class From, class Convert>
Shape<To> converted(const Shape<From>& shape, Convert convert) {
  return {converting<To>(shape, convert), described_as(shape)};
}

/// The same with the way back, for writing: `back(to)` is what `shape` writes.
template <class To, class From, class Convert, class Back>
Shape<To> converted(const Shape<From>& shape, Convert convert, Back back) {
  return {converting<To>(shape, convert), described_as(shape),
          [shape, back](const To& to) { return shape.write(back(to)); }};
}

/// A shape that the schema defines once, by name.
template <class T>
Shape<T> named(std::string name, const Shape<T>& shape) {
  return Shape<T>(any_named(std::move(name), shape));
}

/// The same of a shape that contains itself: `made` makes it of the shape to be contained.
template <class T, class Made>
Shape<T> recursive(std::string name, Made made) {
  return Shape<T>(any_recursive(std::move(name), [&made](AnyShape within) -> AnyShape {
    return Shape<T>(made(Shape<T>(std::move(within))));
  }));
}

}  // namespace tijian::yaml
