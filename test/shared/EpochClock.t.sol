// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {EpochClock} from "../../contracts/shared/EpochClock.sol";
import {bound, vm} from "../support/Vm.sol";

contract Clock is EpochClock {
    constructor(uint48 genesis_, uint32 epochLength_) EpochClock(genesis_, epochLength_) {}
}

contract EpochClockTest {
    uint48 private constant NOW = 1_700_000_000;
    uint32 private constant SHORTEST = 1 minutes;
    uint32 private constant LONGEST = 28 days;

    function setUp() public {
        vm.warp(NOW);
    }

    /* CONSTRUCTION */

    function test_constructor_keepsGenesisAndLength() public {
        Clock clock = new Clock(NOW - 5, 7 days);
        vm.assertEq(uint256(clock.genesis()), NOW - 5);
        vm.assertEq(uint256(clock.epochLength()), 7 days);
    }

    function test_constructor_saysWhatItsClockIs() public {
        vm.expectEmit();
        emit EpochClock.ClockStarted(NOW - 5, 7 days);
        new Clock(NOW - 5, 7 days);
    }

    function test_constructor_acceptsTheLimits() public {
        new Clock(NOW, SHORTEST);
        new Clock(0, LONGEST);
    }

    function testFuzz_constructor_refusesGenesisInTheFuture(uint48 ahead) public {
        uint48 genesis = uint48(bound(ahead, NOW + 1, type(uint48).max));
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidClock.selector, genesis, 7 days));
        new Clock(genesis, 7 days);
    }

    function testFuzz_constructor_refusesTooShortEpochs(uint32 length) public {
        length = uint32(bound(length, 0, SHORTEST - 1));
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidClock.selector, NOW, length));
        new Clock(NOW, length);
    }

    function testFuzz_constructor_refusesTooLongEpochs(uint32 length) public {
        length = uint32(bound(length, LONGEST + 1, type(uint32).max));
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidClock.selector, NOW, length));
        new Clock(NOW, length);
    }

    /* TIME */

    function test_currentEpoch_changesAtTheBoundary() public {
        Clock clock = new Clock(NOW, 7 days);
        vm.assertEq(uint256(clock.currentEpoch()), 0);
        vm.warp(NOW + 7 days - 1);
        vm.assertEq(uint256(clock.currentEpoch()), 0);
        vm.warp(NOW + 7 days);
        vm.assertEq(uint256(clock.currentEpoch()), 1);
    }

    function testFuzz_currentEpoch_containsNow(uint48 genesis, uint32 length, uint256 elapsed) public {
        genesis = uint48(bound(genesis, 0, NOW));
        length = uint32(bound(length, SHORTEST, LONGEST));
        Clock clock = new Clock(genesis, length);
        uint256 time = NOW + bound(elapsed, 0, 200 * 365 days);
        vm.warp(time);
        uint32 epoch = clock.currentEpoch();
        vm.assertLe(clock.epochStart(epoch), time);
        vm.assertGt(clock.epochStart(epoch + 1), time);
    }

    function testFuzz_epochStart_isLinear(uint32 epoch, uint32 length) public {
        length = uint32(bound(length, SHORTEST, LONGEST));
        epoch = uint32(bound(epoch, 0, 100_000_000));
        Clock clock = new Clock(NOW, length);
        vm.assertEq(uint256(clock.epochStart(epoch)), NOW + uint256(epoch) * length);
    }

    /// @dev Cut to 48 bits, a far epoch would start at a time that is already here.
    function testFuzz_epochStart_neverWraps(uint32 epoch) public {
        epoch = uint32(bound(epoch, (uint256(type(uint48).max) - NOW) / LONGEST + 1, type(uint32).max));
        Clock clock = new Clock(NOW, LONGEST);
        uint256 start = NOW + uint256(epoch) * LONGEST;
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 48, start));
        clock.epochStart(epoch);
    }
}
