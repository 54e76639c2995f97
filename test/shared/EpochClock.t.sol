// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {EpochClock} from "../../contracts/shared/EpochClock.sol";
import {bound, vm} from "../support/Vm.sol";

contract Clock is EpochClock {
    constructor(uint48 genesis, uint32 epochLength) EpochClock(genesis, epochLength) {}
}

contract EpochClockTest {
    uint48 private constant GENESIS = 1_700_000_000;

    function setUp() public {
        vm.warp(GENESIS);
    }

    function testFuzz_construction(uint48 genesis, uint32 epochLength) public {
        genesis = uint48(bound(genesis, GENESIS - 1_000, GENESIS + 1_000));
        if (genesis > GENESIS || epochLength < 1 minutes || epochLength > 28 days) {
            vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidClock.selector, genesis, epochLength));
            new Clock(genesis, epochLength);
        } else {
            Clock clock = new Clock(genesis, epochLength);
            vm.assertEq(clock.genesis(), genesis);
            vm.assertEq(clock.epochLength(), epochLength);
        }
    }

    /// An epoch is where its start is, and the next one begins where it ends.
    function testFuzz_currentEpoch_is_the_epoch_around_now(uint32 epochLength, uint256 elapsed) public {
        Clock clock = new Clock(GENESIS, uint32(bound(epochLength, 1 minutes, 28 days)));
        elapsed = bound(elapsed, 0, 1_000 * 365 days);
        vm.warp(GENESIS + elapsed);
        uint32 epoch = clock.currentEpoch();
        vm.assertEq(epoch, elapsed / clock.epochLength());
        vm.assertLe(clock.epochStart(epoch), block.timestamp);
        vm.assertGt(clock.epochStart(epoch + 1), block.timestamp);
    }

    /// The start of an epoch is right or an error; far epochs never come round to early times.
    function testFuzz_epochStart(uint32 epoch, uint32 epochLength) public {
        Clock clock = new Clock(GENESIS, uint32(bound(epochLength, 1 minutes, 28 days)));
        uint256 start = GENESIS + uint256(epoch) * clock.epochLength();
        if (start > type(uint48).max) {
            vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 48, start));
            clock.epochStart(epoch);
        } else {
            vm.assertEq(clock.epochStart(epoch), start);
        }
    }
}
