// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../commodities/ICommodities.sol";
import {Schedule} from "../shared/Schedule.sol";
import {Values} from "../shared/Values.sol";
import {IEvaluations, Round, RoundState} from "./IEvaluations.sol";
import {RoundStore} from "./RoundStore.sol";
import {Tally, Tallying} from "./Tallying.sol";

/// @title Tallies
/// @notice When a consensus can be proposed, and whose count a page belongs to.
abstract contract Tallies is RoundStore {
    uint256 private constant MIN_REPORTS = 5;

    /// @dev One for every proposer: a page that skips reports can only spoil the count of whoever sent it.
    mapping(uint32 lotId => mapping(address proposer => mapping(Values consensus => Tally tally))) private _tallies;

    /// @inheritdoc IEvaluations
    function tally(uint32 lotId, int32[] calldata consensus, uint32[] calldata experiencerIds) external {
        Round storage round = _rounds[lotId];
        _checkTallyWindow(lotId, round);
        require(round.state == RoundState.Open, RoundAlreadyTallied(lotId));
        Tallying.advance(round, _reports[lotId], _tallies[lotId][msg.sender], lotId, consensus, experiencerIds);
    }

    /// @dev There is something to tally or to dispute, and it is the time for it.
    function _checkTallyWindow(uint32 lotId, Round storage round) internal view {
        LotTerms memory terms = _ownLot(lotId);
        uint48 from = epochStart(terms.closingEpoch) + epochLength / 2;
        _checkWindow(lotId, from, epochStart(Schedule.scoringEpoch(terms.closingEpoch)));
        require(terms.unsealed, ClaimsStillSealed(lotId));
        require(round.revealed >= MIN_REPORTS, NotEnoughReports(lotId, round.revealed, MIN_REPORTS));
    }
}
