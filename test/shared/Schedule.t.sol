// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Schedule} from "../../contracts/shared/Schedule.sol";
import {bound, vm} from "../support/Vm.sol";

contract ScheduleTest {
    /// @dev Sold in 10 and 11, reported on until the end of 14, closed in 15, scored in 16, claimed from 17 on.
    function test_schedule_followsTheSpecification() public pure {
        uint32 closing = Schedule.closingEpoch(10, 2);
        vm.assertEq(uint256(closing), 15);
        vm.assertEq(uint256(Schedule.scoringEpoch(closing)), 16);
        vm.assertEq(uint256(Schedule.claimingEpoch(closing)), 17);
    }

    function testFuzz_closingEpoch_leavesThreeEpochsToReport(uint32 start, uint8 epochs) public pure {
        start = uint32(bound(start, 0, type(uint32).max - 300));
        uint256 lastSale = uint256(start) + epochs - (epochs == 0 ? 0 : 1);
        if (epochs > 0) vm.assertEq(uint256(Schedule.closingEpoch(start, epochs)), lastSale + 4);
    }

    function test_closingEpoch_refusesOverflow() public {
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        this.closingEpoch(type(uint32).max - 3, 1);
    }

    function closingEpoch(uint32 start, uint8 epochs) external pure returns (uint32) {
        return Schedule.closingEpoch(start, epochs);
    }
}
