// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../../contracts/commodities/ICommodities.sol";
import {Report, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";

/// @notice Says of every lot which contract runs its round.
contract CommoditiesDouble {
    mapping(uint32 lotId => address evaluations) private _evaluations;

    function bind(uint32 lotId, address evaluations) external {
        _evaluations[lotId] = evaluations;
    }

    function termsOf(uint32 lotId) external view returns (LotTerms memory terms) {
        terms.evaluations = _evaluations[lotId];
    }
}

/// @notice Rounds and reports as a test wants them, with accounts that follow from ids.
contract EvaluationsDouble {
    mapping(uint32 lotId => Round round) private _rounds;
    mapping(uint32 lotId => mapping(uint32 experiencerId => Report report)) private _reports;

    function setRound(uint32 lotId, uint32 scoringEpoch, uint8 winningBucket, uint128 shares) external {
        Round storage round = _rounds[lotId];
        (round.state, round.closed) = (RoundState.Final, true);
        (round.scoringEpoch, round.winningBucket, round.shares) = (scoringEpoch, winningBucket, shares);
    }

    function setReport(uint32 lotId, uint32 experiencerId, uint64 nominated, uint16 quality) external {
        Report storage report = _reports[lotId][experiencerId];
        (report.nominated, report.quality, report.state) = (nominated, quality, ReportState.Scored);
    }

    function roundOf(uint32 lotId) external view returns (Round memory) {
        return _rounds[lotId];
    }

    function reportOf(uint32 lotId, uint32 experiencerId) external view returns (Report memory) {
        return _reports[lotId][experiencerId];
    }

    function power() external view returns (address) {
        return address(this);
    }

    function accountOf(uint32 experiencerId) external pure returns (address) {
        return address(0x10_000_000_000 + uint160(experiencerId));
    }
}
