// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title EpochClock
/// @notice Time cut into epochs of fixed length. Both values are immutable, so every deadline of the protocol is a pure
/// function of time: no transaction advances a phase and nobody can delay one.
abstract contract EpochClock {
    uint256 private constant MIN_EPOCH_LENGTH = 1 minutes;
    uint256 private constant MAX_EPOCH_LENGTH = 28 days;

    /// @notice Start of epoch 0 in seconds since 1970.
    uint48 public immutable genesis;
    /// @notice Seconds in an epoch.
    uint32 public immutable epochLength;

    /// @notice The clock of this contract, so that whoever reads events only can compute every deadline.
    event ClockStarted(uint48 genesis, uint32 epochLength);

    /// @notice The clock starts in the future or its epochs are not between one minute and 28 days long.
    error InvalidClock(uint48 genesis, uint32 epochLength);

    constructor(uint48 genesis_, uint32 epochLength_) {
        require(
            genesis_ <= block.timestamp && epochLength_ >= MIN_EPOCH_LENGTH && epochLength_ <= MAX_EPOCH_LENGTH,
            InvalidClock(genesis_, epochLength_)
        );
        genesis = genesis_;
        epochLength = epochLength_;
        emit ClockStarted(genesis_, epochLength_);
    }

    /// @notice Number of the epoch that contains the current block.
    function currentEpoch() public view returns (uint32) {
        return uint32((block.timestamp - genesis) / epochLength);
    }

    /// @notice First second of an epoch. Checked, because cut to 48 bits a far epoch would start at a time that is here.
    function epochStart(uint32 epoch) public view returns (uint48) {
        return SafeCast.toUint48(genesis + uint256(epoch) * epochLength);
    }
}
