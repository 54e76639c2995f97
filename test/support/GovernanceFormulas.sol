// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AdaptiveQuorum} from "../../contracts/governance/AdaptiveQuorum.sol";

struct TallyCase {
    uint256 forVotes;
    uint256 againstVotes;
    uint256 turnout;
    uint256 electorate;
}

/// @notice The rules of votes in batches, for the comparison with `protocol/`.
contract GovernanceFormulas {
    /// @return passes Three flags a tally: super-majority approve in bit 0, simple majority in bit 1, super-majority against in bit 2.
    function outcomes(TallyCase[] calldata tallies) external pure returns (uint8[] memory passes) {
        passes = new uint8[](tallies.length);
        for (uint256 i; i < tallies.length; ++i) {
            (uint256 f, uint256 a) = (tallies[i].forVotes, tallies[i].againstVotes);
            (uint256 t, uint256 e) = (tallies[i].turnout, tallies[i].electorate);
            if (AdaptiveQuorum.superMajorityApprove(f, a, t, e)) passes[i] |= 1;
            if (AdaptiveQuorum.simpleMajority(f, a, t, e)) passes[i] |= 2;
            if (AdaptiveQuorum.superMajorityAgainst(f, a, t, e)) passes[i] |= 4;
        }
    }
}
