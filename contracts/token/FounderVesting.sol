// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {VestingWallet} from "@openzeppelin/contracts/finance/VestingWallet.sol";
import {VestingWalletCliff} from "@openzeppelin/contracts/finance/VestingWalletCliff.sol";

/// @title FounderVesting
/// @notice Holds what a founder or an early supporter gets: nothing for a year, then a quarter at once, the rest by the second until four
/// years after the deployment are over. Anybody may call `release`; it pays the owner. The owner may hand the wallet over (so what
/// has not vested can change hands, but never comes out earlier); nobody can take it back or make it faster. Whoever renounces it
/// locks up what is left for ever.
contract FounderVesting is VestingWalletCliff {
    /// @notice Nothing before `cliff`, all from `end` on, in seconds; between them what has passed since `start`, by the second.
    event VestingScheduled(address indexed founder, uint64 start, uint64 cliff, uint64 end);

    uint64 private constant DURATION = 4 * 365 days;
    uint64 private constant CLIFF = 365 days;

    constructor(address founder) VestingWallet(founder, uint64(block.timestamp), DURATION) VestingWalletCliff(CLIFF) {
        emit VestingScheduled(founder, uint64(start()), uint64(cliff()), uint64(end()));
    }
}
