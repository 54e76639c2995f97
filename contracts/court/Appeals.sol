// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {Phase, Stage} from "./ICourt.sol";
import {Voting} from "./Voting.sol";

/// @title Appeals
/// @notice One payer is enough: he posts the fees of the next jury and a bond, which he gets back if the final ruling is another one.
abstract contract Appeals is Voting {
    /// @inheritdoc IArbitrator
    /// @dev Open to everybody. There is no window for evidence again.
    function appeal(uint256 disputeId, bytes calldata) external payable {
        Dispute storage dispute = _dispute(disputeId);
        _checkPhase(dispute, Phase.Appeal);
        (uint256 fees, uint256 bond) = _appealCost(dispute);
        // Nobody could say so when the window for revelations ended.
        if (dispute.rounds[dispute.lastRound].stage != Stage.Revealed)
            emit AppealPossible(disputeId, dispute.arbitrable);
        uint256 index = ++dispute.lastRound;
        Round storage round = dispute.rounds[index];
        (round.payer, round.bond) = (msg.sender, uint96(bond));
        emit AppealDecision(disputeId, dispute.arbitrable);
        emit Appealed(disputeId, index, msg.sender, fees, bond);
        _refundExcess(disputeId, fees + bond);
    }
}
