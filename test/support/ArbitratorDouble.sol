// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";

/// @notice An arbitrator as ERC-792 describes it, whose rulings a test decides. Every ruling can be appealed for three days, as often as
/// somebody pays; then anybody can have it carried out, once.
contract ArbitratorDouble is IArbitrator {
    struct Dispute {
        IArbitrable arbitrable;
        uint256 choices;
        uint256 ruling;
        uint256 appealableUntil;
        DisputeStatus status;
        uint256 paid;
    }

    error Underpaid(uint256 given, uint256 cost);
    error NotAppealable(uint256 disputeId);
    error NotWaiting(uint256 disputeId);
    error NoSuchChoice(uint256 ruling, uint256 choices);

    uint256 public constant APPEAL_WINDOW = 3 days;

    uint256 public cost;
    Dispute[] public disputes;
    /// @dev Makes {createDispute} answer with this id; for an arbitrator that gives one twice.
    uint256 public forcedId = type(uint256).max;

    constructor(uint256 cost_) {
        cost = cost_;
    }

    function createDispute(uint256 choices, bytes calldata) external payable returns (uint256 disputeId) {
        require(msg.value >= cost, Underpaid(msg.value, cost));
        disputeId = disputes.length;
        disputes.push(Dispute(IArbitrable(msg.sender), choices, 0, 0, DisputeStatus.Waiting, msg.value));
        emit DisputeCreation(disputeId, IArbitrable(msg.sender));
        if (forcedId != type(uint256).max) return forcedId;
    }

    function appeal(uint256 disputeId, bytes calldata) external payable {
        Dispute storage one = disputes[disputeId];
        require(
            one.status == DisputeStatus.Appealable && block.timestamp < one.appealableUntil,
            NotAppealable(disputeId)
        );
        require(msg.value >= 2 * cost, Underpaid(msg.value, 2 * cost));
        one.status = DisputeStatus.Waiting;
        emit AppealDecision(disputeId, one.arbitrable);
    }

    function decide(uint256 disputeId, uint256 ruling) public {
        Dispute storage one = disputes[disputeId];
        require(one.status == DisputeStatus.Waiting, NotWaiting(disputeId));
        require(ruling <= one.choices, NoSuchChoice(ruling, one.choices));
        (one.ruling, one.status) = (ruling, DisputeStatus.Appealable);
        one.appealableUntil = block.timestamp + APPEAL_WINDOW;
        emit AppealPossible(disputeId, one.arbitrable);
    }

    function executeRuling(uint256 disputeId) public {
        Dispute storage one = disputes[disputeId];
        require(
            one.status == DisputeStatus.Appealable && block.timestamp >= one.appealableUntil,
            NotAppealable(disputeId)
        );
        one.status = DisputeStatus.Solved;
        one.arbitrable.rule(disputeId, one.ruling);
    }

    /* WHAT ONLY TESTS DO */

    function setCost(uint256 cost_) external {
        cost = cost_;
    }

    function forceId(uint256 disputeId) external {
        forcedId = disputeId;
    }

    /// @notice Tells an arbitrable anything, also against the rules.
    function ruleAnything(IArbitrable arbitrable, uint256 disputeId, uint256 ruling) external {
        arbitrable.rule(disputeId, ruling);
    }

    /// @notice Gives the arbitrable back what was paid for a dispute.
    function payBack(uint256 disputeId) external {
        Dispute storage one = disputes[disputeId];
        uint256 amount = one.paid;
        one.paid = 0;
        (bool ok, bytes memory data) = address(one.arbitrable).call{value: amount}("");
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(data, 0x20), mload(data))
            }
        }
    }

    /* VIEWS */

    function arbitrationCost(bytes calldata) external view returns (uint256) {
        return cost;
    }

    function appealCost(uint256, bytes calldata) external view returns (uint256) {
        return 2 * cost;
    }

    function appealPeriod(uint256 disputeId) external view returns (uint256 start, uint256 end) {
        Dispute storage one = disputes[disputeId];
        if (one.status == DisputeStatus.Appealable) {
            (start, end) = (one.appealableUntil - APPEAL_WINDOW, one.appealableUntil);
        }
    }

    function disputeStatus(uint256 disputeId) external view returns (DisputeStatus) {
        return disputes[disputeId].status;
    }

    function currentRuling(uint256 disputeId) external view returns (uint256) {
        return disputes[disputeId].ruling;
    }

    function count() external view returns (uint256) {
        return disputes.length;
    }
}
