#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "yaml/shape.h"

namespace tijian::yaml {

/// Of a key: may be left out, must be there, or may be left out but is always written.
enum class Need { optional, required, stated };

/// A key of a map, and the shape that reads it into a record of whatever type.
struct AnyField {
  AnyField(std::string_view name, Need, std::string_view description, AnyShape);

  std::string key;
  Need need;
  std::string about;  ///< shown by editors
  AnyShape shape;     ///< writes nothing where the key is left out
};

/// The same of a T.
template <class T>
struct Field : AnyField {
  Field(std::string_view name, Need necessity, std::string_view description, const Shape<T>& whole)
      : AnyField(name, necessity, description, whole) {}
};

template <class Value, class Member>
bool read_member(const AnyShape& shape, const Node& node, Reading& reading, Member& member) {
  Value value{};
  const bool good = shape.read(node, reading, &value);
  // A number that was refused leaves the default, so that no other check trips over it.
  if (good || !std::is_arithmetic_v<Value>) member = std::move(value);
  return good;
}

template <class Value, class Member>
Tree write_member(const AnyShape& shape, const Member& member) {
  if constexpr (!std::is_same_v<Member, std::optional<Value>>)
    return shape.write(&member);
  else
    return member ? shape.write(&*member) : Tree();
}

/// A member but for its type.
class AnyMemberShape : public ShapeBody {
 public:
  explicit AnyMemberShape(AnyShape value) : value_(std::move(value)) {}
  Schema describe(Definitions& definitions) const override;

 protected:
  AnyShape value_;
};

template <class T, class Member, class Value>
class MemberShape final : public AnyMemberShape {
 public:
  MemberShape(AnyShape value, Member T::*member)
      : AnyMemberShape(std::move(value)), member_(member) {}
  bool read(const Node& node, Reading& reading, void* out) const override {
    return read_member<Value>(value_, node, reading, static_cast<T*>(out)->*member_);
  }
  Tree write(const void* from) const override {
    return write_member<Value>(value_, static_cast<const T*>(from)->*member_);
  }

 private:
  Member T::*member_;
};

/// A key whose value becomes a member of T.
template <class T, class Owner, class Member, class Value>
Field<T> field(std::string_view key, Member Owner::*member, const Shape<Value>& shape, Need need,
               std::string_view about) {
  return {key, need, about, Shape<T>(AnyShape(new MemberShape<T, Member, Value>(shape, member)))};
}

template <class T, class Owner, class Member, class Value>
Field<T> required(std::string_view key, Member Owner::*member, const Shape<Value>& shape,
                  std::string_view about) {
  return field<T>(key, member, shape, Need::required, about);
}

template <class T, class Owner, class Member, class Value>
Field<T> optional(std::string_view key, Member Owner::*member, const Shape<Value>& shape,
                  std::string_view about) {
  return field<T>(key, member, shape, Need::optional, about);
}

template <class T, class Owner, class Member, class Value>
Field<T> stated(std::string_view key, Member Owner::*member, const Shape<Value>& shape,
                std::string_view about) {
  return field<T>(key, member, shape, Need::stated, about);
}

}  // namespace tijian::yaml
