// Scores the places of a table:  link FRAMEWORK DATA.csv
#include <tijian/tijian.h>

#include <cstdio>
#include <string>
#include <vector>

int main(int argc, char* argv[]) try {
  if (argc != 3) return std::fputs("link FRAMEWORK DATA.csv\n", stderr), 2;
  const std::vector<std::string> files{argv[2]};

  const tijian::Framework framework = tijian::load_framework_or_throw(argv[1]);
  const tijian::Dataset data = tijian::read_dataset_or_throw(files, framework);
  const tijian::IndicatorTable table = tijian::evaluate(framework, data);
  const tijian::Model model = tijian::fit_or_throw(framework, framework.method, table);
  const tijian::Scorecard card = tijian::apply(model, table);

  const int index = card.column(0);  // node 0 is the index, the root of the tree
  for (int row = 0; row < card.rows.size(); ++row)
    std::printf("%2d. %5.1f  %s\n", card.rank(row, index), card.score(row, index),
                card.rows.place_of(row).c_str());
} catch (const tijian::InputError& error) {
  std::fprintf(stderr, "%s\n", error.what());  // every problem, with its file and line
  return 1;
}
