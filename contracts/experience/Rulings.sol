// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../commodities/ICommodities.sol";
import {Schedule} from "../shared/Schedule.sol";
import {Values} from "../shared/Values.sol";
import {Bounties} from "./Bounties.sol";
import {ReportState, Round, RoundState} from "./IEvaluations.sol";
import {Decision, IRulings} from "./IRulings.sol";
import {Ending} from "./Outcomes.sol";
import {Rounds} from "./Rounds.sol";

/// @title Rulings
/// @notice How disputed rounds are held back and end.
abstract contract Rulings is Rounds, Bounties {
    /// @inheritdoc IRulings
    address public disputes;

    /// @inheritdoc IRulings
    function hold(uint32 lotId) external {
        Round storage round = _rounds[lotId];
        _checkTallyWindow(lotId, round);
        address holder = disputesOf[lotId];
        if (holder != address(0)) {
            require(msg.sender == holder, NotDisputes(lotId, msg.sender, holder));
            return;
        }
        require(msg.sender == disputes, NotDisputes(lotId, msg.sender, disputes));
        disputesOf[lotId] = msg.sender;
        round.held = true;
        emit RoundHeld(lotId, msg.sender);
    }

    /// @inheritdoc IRulings
    function applyRuling(
        uint32 lotId,
        Decision decision,
        Values consensus,
        address challenger,
        uint128 bounty
    ) external {
        address holder = disputesOf[lotId];
        require(msg.sender == holder, NotDisputes(lotId, msg.sender, holder));
        LotTerms memory terms = _ownLot(lotId);
        _checkWindow(lotId, epochStart(Schedule.scoringEpoch(terms.closingEpoch)), type(uint48).max);
        Round storage round = _rounds[lotId];
        require(round.state == RoundState.Tallied, RoundNotTallied(lotId));
        if (decision == Decision.Overturned) {
            round.consensus = consensus;
            round.overturned = true;
            _promise(lotId, challenger, bounty);
        }
        // The endings by ruling come in the order of the decisions.
        Ending ending = Ending(uint8(Ending.Upheld) + uint8(decision));
        _announce(lotId, decision, _end(lotId, ending, currentEpoch() + 1));
    }

    /// @notice Appoints the contract that may hold rounds back; rounds that are held keep theirs.
    function appointDisputes(address disputes_) external restricted {
        disputes = disputes_;
        emit DisputesAppointed(disputes_);
    }

    /// @inheritdoc IRulings
    function hasReported(uint32 lotId, address account) external view returns (bool) {
        return _reports[lotId][power.idOf(account)].state != ReportState.None;
    }

    function _announce(uint32 lotId, Decision decision, uint256 charge) private {
        (address challenger, uint256 bounty, uint256 left) = _share(lotId, charge);
        emit RoundRuled(lotId, decision, challenger, charge, bounty, left);
    }
}
