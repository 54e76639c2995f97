// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ISettlement} from "../../contracts/settlement/ISettlement.sol";
import {Sums} from "../../contracts/settlement/Sums.sol";
import {CommuneTest} from "../support/CommuneTest.sol";
import {vm} from "../support/Vm.sol";

contract FarEpochsTest is CommuneTest {
    /// @dev The epoch whose start, cut to 48 bits, is the start of the current one: its window would be open, and the commune's
    /// share would lie in an epoch that never comes.
    function test_commitStatement_refusesTheAliasOfAnEpoch() public {
        toEpoch(1);
        uint256 wrapped = 2 ** 48 + uint256(models.epochStart(1));
        vm.warp(models.epochStart(2) - 1);
        uint32 far = uint32((wrapped - GENESIS + EPOCH - 1) / EPOCH) - 1;
        uint256 start = GENESIS + uint256(far + 1) * EPOCH;
        ISettlement.StatementCommit memory commit;
        (commit.platformId, commit.epoch) = (platformId, far);
        commit.totals = Sums.wrap((uint256(1) << 216) | 10_000);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 48, start));
        settlement.commitStatement(commit);
    }
}
