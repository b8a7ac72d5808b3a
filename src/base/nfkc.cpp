#include "base/nfkc.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace tijian::base {

std::string nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::StringPiece piece(text.data(), static_cast<int>(text.size()));
  std::string out;
  normalizer->normalize(icu::UnicodeString::fromUTF8(piece), status).trim().toUTF8String(out);
  return out;
}

}  // namespace tijian::base
