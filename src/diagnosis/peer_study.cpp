#include "tijian/peer_study.h"

namespace tijian {

PeerStudy peer_study(const Run& run, const Diagnosis& diagnosis,
                     const std::optional<Neighbours>& neighbours, int threads) {
  const Period& period = diagnosis.period;
  PeerStudy out{
      balance(run, period), strengths(run, diagnosis), statistical_neighbours(run, period), {}};
  if (neighbours) out.space = spatial_pattern(run, period, *neighbours, threads);
  return out;
}

}  // namespace tijian
