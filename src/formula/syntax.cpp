#include "formula/syntax.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>

#include "base/nfkc.h"
#include "formula/token.h"

namespace tijian::formula {
namespace {

constexpr int deepest = 200;

const Text operand{"a number, a variable, a function or (", "数、变量、函数或 ("};
const Text more{"an operator or the end of the formula", "运算符或公式结束"};
const Text end_of_call{", or )", ", 或 )"};
const Text closing{"an operator or )", "运算符或 )"};

// What people mean by signs that the language does not have.
Text advice(std::string_view sign) {
  static constexpr std::pair<std::string_view, std::string_view> signs[] = {
      {"×", "*"},  {"·", "*"},  {"÷", "/"},  {"−", "-"},  {"–", "-"},
      {"=", "=="}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"、", ","}};
  const auto known =
      std::ranges::find(signs, sign, &std::pair<std::string_view, std::string_view>::first);
  std::string meant(known == std::end(signs) ? std::string_view{} : known->second);
  if (sign == "%") return {"write the number itself: 0.5 for 50 %", "直接写数：50 % 写作 0.5"};
  if (meant.empty()) meant = base::nfkc(sign);
  if (!meant.empty() && meant != sign) return {"write " + meant, "请写 " + meant};
  if (static_cast<unsigned char>(sign[0]) < 0x80) return {};
  return {"a formula names variables by their ids, not their titles",
          "公式中的变量用标识书写，不用名称"};
}

// The same for two signs in a row.
Text advice(std::string_view first, std::string_view second) {
  if (first == "*" && second == "*") return {"write ^", "请写 ^"};
  if (first == "<" && second == ">") return {"write !=", "请写 !="};
  return {};
}

class Parser {
 public:
  explicit Parser(std::string_view text) : tokens_(tokens_of(text)) {}

  Syntax parse() {
    auto tree = comparison();
    if (tree && here().kind != Token::Kind::end) tree = unexpected(more);
    return {std::move(tree), std::move(fault_)};
  }

 private:
  using Result = std::optional<Expression>;

  Result comparison() {
    Result left = sum();
    if (!left || !is_sign({"<", "<=", ">", ">=", "==", "!="})) return left;
    left = operation(std::move(*left), &Parser::sum);
    if (left && is_sign({"<", "<=", ">", ">=", "==", "!="}))
      return unexpected({"parentheses: comparisons do not chain", "括号：比较不能连写"});
    return left;
  }

  Result sum() { return chain({"+", "-"}, &Parser::product); }
  Result product() { return chain({"*", "/"}, &Parser::negation); }

  // Operations of one level, from the left.
  Result chain(std::initializer_list<std::string_view> signs, Result (Parser::*next)()) {
    Result left = (this->*next)();
    while (left && is_sign(signs)) left = operation(std::move(*left), next);
    return left;
  }

  Result operation(Expression left, Result (Parser::*next)()) {
    Expression node = named(Expression::Kind::operation);
    Result right = (this->*next)();
    if (!right) return {};
    node.begin = left.begin;
    node.arguments.push_back(std::move(left));
    node.arguments.push_back(std::move(*right));
    return finished(std::move(node));
  }

  Result negation() {
    if (!is_sign({"-"})) return power();
    Expression node = named(Expression::Kind::negation);
    return with_argument(std::move(node), &Parser::negation);
  }

  Result power() {
    Result base = atom();
    if (!base || !is_sign({"^"})) return base;
    const Nesting nesting(*this);
    if (nesting.too_deep()) return too_deep();
    return operation(std::move(*base), &Parser::negation);
  }

  Result with_argument(Expression node, Result (Parser::*next)()) {
    const Nesting nesting(*this);
    Result argument = nesting.too_deep() ? too_deep() : (this->*next)();
    if (!argument) return {};
    node.arguments.push_back(std::move(*argument));
    return finished(std::move(node));
  }

  Result atom() {
    const Token token = here();
    if (token.kind == Token::Kind::number) return number(token);
    if (token.kind == Token::Kind::name) {
      Expression node = named(Expression::Kind::variable);
      return is_sign({"("}) ? call(std::move(node)) : finished(std::move(node));
    }
    return is_sign({"("}) ? parentheses() : unexpected(operand);
  }

  Result number(const Token& token) {
    if (std::isinf(token.number))
      return unexpected({"a number below 1.8e308", "小于 1.8e308 的数"});
    Expression node = named(Expression::Kind::number);
    node.number = token.number;
    if (here().kind == Token::Kind::unit) {
      node.unit = here().text.substr(1, here().text.size() - 2);
      node.offset = here().offset + 1;
      ++at_;
    }
    return finished(std::move(node));
  }

  Result parentheses() {
    const Nesting nesting(*this);
    if (nesting.too_deep()) return too_deep();
    const std::size_t begin = here().offset;
    ++at_;
    Result inner = comparison();
    if (!inner) return {};
    if (!take(")")) return unexpected(closing);
    inner->begin = begin;
    inner->end = tokens_[at_ - 1].offset + 1;
    return inner;
  }

  Result call(Expression node) {
    const Nesting nesting(*this);
    if (nesting.too_deep()) return too_deep();
    node.kind = Expression::Kind::call;
    ++at_;
    if (take(")")) return finished(std::move(node));
    do {
      Result argument = comparison();
      if (!argument) return {};
      node.arguments.push_back(std::move(*argument));
    } while (take(","));
    return take(")") ? finished(std::move(node)) : unexpected(end_of_call);
  }

  // A node of the name or sign here, which is taken.
  Expression named(Expression::Kind kind) {
    Expression node;
    node.kind = kind;
    node.name = here().text;
    node.offset = node.begin = here().offset;
    ++at_;
    return node;
  }

  Result finished(Expression node) {
    for (const Expression& argument : node.arguments)
      node.depth = std::max(node.depth, argument.depth + 1);
    if (node.depth > deepest) return too_deep();
    const Token& last = tokens_[at_ - 1];
    node.end = last.offset + last.text.size();
    return node;
  }

  const Token& here() const { return tokens_[at_]; }

  bool is_sign(std::initializer_list<std::string_view> signs) const {
    return here().kind == Token::Kind::sign && std::ranges::find(signs, here().text) != signs.end();
  }

  bool take(std::string_view sign) {
    const bool taken = is_sign({sign});
    at_ += taken;
    return taken;
  }

  Result unexpected(const Text& expected) {
    const bool end = here().kind == Token::Kind::end;
    const Text found{end ? "end" : "'" + std::string(here().text) + "'",
                     end ? "结尾" : "“" + std::string(here().text) + "”"};
    fault_ = {here().offset, false, found, expected, hint()};
    return {};
  }

  Text hint() const {
    if (here().kind == Token::Kind::unknown) return advice(here().text);
    return at_ > 0 ? advice(tokens_[at_ - 1].text, here().text) : Text{};
  }

  Result too_deep() {
    fault_ = {here().offset, true, {}, {}, {}};
    return {};
  }

  // Counts the levels of the recursion, so that no text can exhaust the stack.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) { ++parser_.nesting_; }
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    bool too_deep() const { return parser_.nesting_ > deepest; }

   private:
    Parser& parser_;
  };

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  SyntaxFault fault_;
};

}  // namespace

Syntax parse_formula(std::string_view text) { return Parser(text).parse(); }

}  // namespace tijian::formula
