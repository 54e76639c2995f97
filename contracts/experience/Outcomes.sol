// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities, ScoringBasis} from "../commodities/ICommodities.sol";
import {Values} from "../shared/Values.sol";
import {IEvaluations, Round, RoundState} from "./IEvaluations.sol";
import {Scoring} from "./Scoring.sol";

/// @notice How a round ends by itself: without a consensus, with claims that stayed sealed, with a consensus; and by a ruling.
enum Ending {
    Unproven,
    Sealed,
    Proven,
    Upheld,
    Overturned,
    Voided
}

/// @title Outcomes
/// @notice How rounds end and who wins them. Deployed on its own and linked, so that the contract that runs the rounds stays below
/// the size limit.
library Outcomes {
    uint256 private constant WINNING_DIVISOR = 3;
    uint8 private constant TOP_BUCKET = 64;

    /// @notice Concludes the lot and fixes what scoring needs.
    /// @return ownerless What the producer was charged and the reporters do not share.
    function end(
        Round storage round,
        uint32 lotId,
        Ending ending,
        uint32 scoringEpoch,
        uint16 kappaBps,
        ICommodities commodities
    ) external returns (uint256 ownerless) {
        round.scoringEpoch = scoringEpoch;
        uint256 charge;
        int32[] memory base;
        if (ending == Ending.Sealed) {
            round.state = RoundState.Voided;
            (charge, ownerless) = _charge(round, lotId, commodities);
        } else if (ending == Ending.Unproven) {
            round.state = RoundState.Unproven;
            commodities.concludeUnproven(lotId, round.revealed);
        } else if (ending == Ending.Voided) {
            round.state = RoundState.Voided;
            _shareAmongAll(round, 0);
            commodities.concludeUnproven(lotId, round.revealed);
        } else {
            round.state = RoundState.Final;
            round.kappaBps = kappaBps;
            (base, charge) = _learn(round, lotId, commodities);
            ownerless = charge;
        }
        emit IEvaluations.RoundFinalized(lotId, round.state, scoringEpoch, base, charge, round.kappaBps);
    }

    /// @notice The best buckets that together hold at least a third of the scored weight.
    function winners(
        mapping(uint8 rank => IEvaluations.Bucket) storage buckets
    ) external view returns (uint8 lowest, uint128 shares, uint32 count) {
        uint256 scored;
        for (uint8 b; b <= TOP_BUCKET; ++b) scored += buckets[b].weight;
        uint256 held;
        for (lowest = TOP_BUCKET + 1; lowest > 1 && (held == 0 || WINNING_DIVISOR * held < scored);) {
            IEvaluations.Bucket storage bucket = buckets[--lowest];
            held += bucket.weight;
            shares += bucket.shares;
            count += bucket.count;
        }
    }

    function _charge(
        Round storage round,
        uint32 lotId,
        ICommodities commodities
    ) private returns (uint256 charge, uint256 ownerless) {
        charge = commodities.concludeSealed(lotId);
        if (round.revealed == 0) return (charge, charge);
        _shareAmongAll(round, charge);
    }

    function _shareAmongAll(Round storage round, uint256 prize) private {
        round.prize = uint128(prize);
        round.shares = round.totalWeight;
        round.winnersLeft = round.revealed;
    }

    /// @dev Records the twin and keeps what scoring needs; gives what was known before of every parameter.
    function _learn(
        Round storage round,
        uint32 lotId,
        ICommodities commodities
    ) private returns (int32[] memory, uint256 charge) {
        Values consensus = round.consensus;
        (uint32 reports, uint32 effective) = (round.revealed, round.effectiveReports);
        ScoringBasis memory basis;
        if (round.overturned) {
            (basis, charge) = commodities.concludeOverturned(lotId, consensus, reports, effective);
        } else {
            basis = commodities.concludeProven(lotId, consensus, reports, effective);
        }
        round.tolerances = basis.tolerances;
        round.basis = Scoring.basisOf(basis.base, consensus, basis.tolerances, basis.weights);
        return (basis.base.unpack(round.parameterCount), charge);
    }
}
