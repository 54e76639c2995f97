// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Bounds} from "../shared/Bounds.sol";

/// @title CommuneTimelock
/// @notice OpenZeppelin's timelock, whose delay keeps inside limits: without a delay nobody could leave before a decision that harms him, with
/// an endless one the commune could never decide again.
contract CommuneTimelock is TimelockController {
    uint256 private constant MAX_DELAY = 30 days;

    /// @notice The delay never gets shorter than this, in seconds.
    uint256 public immutable leastDelay;

    /// @param admin Grants the first roles and renounces its own.
    constructor(
        uint256 delay,
        uint256 leastDelay_,
        address admin
    ) TimelockController(delay, new address[](0), new address[](0), admin) {
        leastDelay = leastDelay_;
        _check(delay);
    }

    /// @notice Changes the delay of calls that are scheduled from now on. For the timelock itself.
    function updateDelay(uint256 newDelay) public override {
        _check(newDelay);
        super.updateDelay(newDelay);
    }

    function _check(uint256 delay) private view {
        Bounds.check("timelockDelay", delay, leastDelay, MAX_DELAY);
    }
}
