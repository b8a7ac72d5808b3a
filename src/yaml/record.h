#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/field.h"
#include "yaml/scalar.h"

namespace tijian::yaml {

/// The keys of a record of whatever type.
class AnyFields {
 public:
  using Fresh = const void* (*)();
  /// `fresh`: a record of which nothing was read.
  explicit AnyFields(Fresh fresh);

  void add(const AnyField&);
  void add(const AnyFields&);
  const std::vector<AnyField>& all() const { return all_; }
  std::vector<std::string> keys() const;
  const AnyField* find(std::string_view key) const;
  /// Adds to a map what is not as in a fresh record.
  void write(const void* from, Tree& map) const;

 private:
  std::vector<AnyField> all_;
  Fresh fresh_;
};

/// The same of a T.
template <class T>
class Fields : public AnyFields {
 public:
  Fields(std::initializer_list<Field<T>> fields) : AnyFields(fresh) {
    for (const Field<T>& field : fields) AnyFields::add(field);
  }
  void add(const Field<T>& field) { AnyFields::add(field); }
  void add(const Fields<T>& more) { AnyFields::add(more); }
  void write(const T& from, Tree& map) const { AnyFields::write(&from, map); }

 private:
  static const void* fresh() {
    static const T value{};
    return &value;
  }
};

AnyShape any_record(const AnyFields&, std::string_view unknown_key);

/// A map of exactly these keys. Unknown keys, of that code, and missing ones are reported.
template <class T>
Shape<T> record(const Fields<T>& fields, std::string_view unknown_key = "Y120") {
  return Shape<T>(any_record(fields, unknown_key));
}

}  // namespace tijian::yaml
