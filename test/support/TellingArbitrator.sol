// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRefunds} from "../../contracts/court/IRefunds.sol";
import {ArbitratorDouble} from "./ArbitratorDouble.sol";

/// @notice An arbitrator that says which dispute's fees it has paid back.
contract TellingArbitrator is ArbitratorDouble, IRefunds {
    mapping(uint256 disputeId => uint256 amount) public refundOf;

    constructor(uint256 cost_) ArbitratorDouble(cost_) {}

    /// @notice Owes a part of what was paid, and sends it.
    function payBackPart(uint256 disputeId, uint256 amount) external {
        refundOf[disputeId] += amount;
        disputes[disputeId].paid -= amount;
        (bool ok, ) = address(disputes[disputeId].arbitrable).call{value: amount}("");
        require(ok, NotWaiting(disputeId));
    }
}
