// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Values, ValuesLib} from "../shared/Values.sol";
import {IEvaluations, Report, ReportState, Round, RoundState} from "./IEvaluations.sol";

/// @notice How far the reports of a lot were counted for one proposed consensus.
struct Tally {
    uint32 lastId;
    uint32 counted;
    /// Σ weight² of the counted reports.
    uint192 squaredWeights;
    /// Per parameter: weight below the proposed value (low half) and up to it (high half).
    uint256[8] weights;
}

/// @title Tallying
/// @notice Verifies a proposed consensus, page by page. Deployed on its own and linked, so that the contract that runs the rounds
/// stays below the size limit.
library Tallying {
    uint256 private constant MIN_EFFECTIVE_REPORTS = 7;

    /// @notice Counts a page; the one that completes the count makes the round `Tallied`.
    /// @param tallies Of the caller.
    function advance(
        Round storage round,
        mapping(uint32 experiencerId => Report) storage reports,
        mapping(Values consensus => Tally) storage tallies,
        uint32 lotId,
        int32[] calldata consensus,
        uint32[] calldata experiencerIds
    ) external {
        require(
            consensus.length == round.parameterCount,
            IEvaluations.ValueCount(consensus.length, round.parameterCount)
        );
        Values proposed = ValuesLib.pack(consensus);
        Tally storage stored = tallies[proposed];
        Tally memory counting;
        if (stored.counted > 0) counting = stored;
        _count(reports, lotId, proposed, consensus.length, counting, experiencerIds);
        if (counting.counted < round.revealed) {
            (stored.lastId, stored.counted) = (counting.lastId, counting.counted);
            stored.squaredWeights = counting.squaredWeights;
            for (uint256 i; i < consensus.length; ++i) stored.weights[i] = counting.weights[i];
            emit IEvaluations.TallyAdvanced(lotId, msg.sender, proposed, counting.counted, round.revealed);
            return;
        }
        _complete(round, lotId, consensus, proposed, counting);
    }

    function _complete(
        Round storage round,
        uint32 lotId,
        int32[] calldata consensus,
        Values proposed,
        Tally memory counting
    ) private {
        uint256 total = round.totalWeight;
        require(
            total * total >= MIN_EFFECTIVE_REPORTS * counting.squaredWeights,
            IEvaluations.WeightTooConcentrated(lotId, total, counting.squaredWeights)
        );
        _checkMedian(consensus, counting.weights, total);
        round.state = RoundState.Tallied;
        round.consensus = proposed;
        round.effectiveReports = uint32((100 * total * total) / counting.squaredWeights);
        emit IEvaluations.RoundTallied(lotId, consensus, counting.counted, total, round.effectiveReports);
    }

    /// @dev Adds every report's weight, per parameter, to the side of the proposed value on which it lies.
    function _count(
        mapping(uint32 experiencerId => Report) storage reports,
        uint32 lotId,
        Values proposed,
        uint256 parameters,
        Tally memory counting,
        uint32[] calldata experiencerIds
    ) private view {
        uint256 lastId = counting.lastId;
        uint256 squared = counting.squaredWeights;
        for (uint256 k; k < experiencerIds.length; ++k) {
            uint32 experiencerId = experiencerIds[k];
            require(experiencerId > lastId, IEvaluations.TallyOrder(uint32(lastId), experiencerId));
            lastId = experiencerId;
            Report storage report = reports[experiencerId];
            ReportState state = report.state;
            require(
                state == ReportState.Revealed,
                IEvaluations.WrongReportState(lotId, experiencerId, state, ReportState.Revealed)
            );
            uint256 weight = report.weight;
            squared += weight * weight;
            _weighReport(counting.weights, Values.wrap(report.payload), proposed, parameters, weight);
        }
        counting.lastId = uint32(lastId);
        counting.counted += uint32(experiencerIds.length);
        counting.squaredWeights = uint192(squared);
    }

    /// @dev `weights[i] += (value ≤ proposed ? weight << 128 : 0) + (value < proposed ? weight : 0)` for every parameter. The sums
    /// of at most 2^32 weights below 2^64 stay inside their halves.
    function _weighReport(
        uint256[8] memory weights,
        Values values,
        Values proposed,
        uint256 parameters,
        uint256 weight
    ) private pure {
        assembly ("memory-safe") {
            let end := add(weights, shl(5, parameters))
            for {
                let slot := weights
            } lt(slot, end) {
                slot := add(slot, 0x20)
            } {
                let value := signextend(3, values)
                let limit := signextend(3, proposed)
                let upTo := shl(128, mul(weight, iszero(sgt(value, limit))))
                mstore(slot, add(mload(slot), add(upTo, mul(weight, slt(value, limit)))))
                values := shr(32, values)
                proposed := shr(32, proposed)
            }
        }
    }

    /// @dev R is the lower weighted median if weight(v < R) < ½ ≤ weight(v ≤ R): exactly one reported value is.
    function _checkMedian(int32[] calldata consensus, uint256[8] memory weights, uint256 total) private pure {
        for (uint256 i; i < consensus.length; ++i) {
            uint256 below = uint128(weights[i]);
            uint256 upTo = weights[i] >> 128;
            require(
                2 * below < total && total <= 2 * upTo,
                IEvaluations.NotMedian(i, consensus[i], below, upTo, total)
            );
        }
    }
}
