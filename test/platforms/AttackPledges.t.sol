// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {IPledges} from "../../contracts/platforms/IPledges.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {Reentrant} from "../support/Reentrant.sol";
import {vm} from "../support/Vm.sol";

/// @notice Attacks on the coins of challengers.
contract AttackPledgesTest is PlatformsTest {
    /// One value cannot serve for two challenges: batches carry none.
    function test_attack_multicall_reusing_the_value() public {
        toEpoch(3);
        bytes[] memory calls = new bytes[](2);
        for (uint256 i; i < 2; ++i) {
            calls[i] = abi.encodeCall(IChallenges.challengeReceipt, (receipts[i], signed(receipts[i])));
        }
        bytes memory data = abi.encodeCall(Multicall.multicall, (calls));
        assertRefused(challenger, address(platforms), PLEDGE, data, "");
        refuse(challenger, data, abi.encodeWithSelector(IPledges.PledgeTooLow.selector, 0, PLEDGE));
    }

    function test_attack_reentrancy_on_withdrawPledge() public {
        Reentrant thief = new Reentrant();
        vm.deal(address(thief), 0);
        toEpoch(3);
        challenge(receipts[0]);
        bytes memory signature = signed(receipts[1]);
        vm.deal(address(thief), PLEDGE);
        vm.prank(address(thief));
        platforms.challengeReceipt{value: PLEDGE}(receipts[1], signature);
        passDeadline();
        platforms.slashReceipt(receipts[0]);
        platforms.slashReceipt(receipts[1]);
        thief.arm(address(platforms), abi.encodeCall(IPledges.withdrawPledge, (payable(address(thief)))));
        platforms.withdrawPledge(payable(address(thief)));
        assertPaidOnce(thief, PLEDGE);
        vm.assertEq(address(platforms).balance, PLEDGE);
        platforms.withdrawPledge(payable(challenger));
    }

    function test_attack_reentrancy_on_collectPledges() public {
        Reentrant thief = new Reentrant();
        commit(receipts);
        for (uint256 i; i < 3; ++i) challenge(receipts[i]);
        answer(0);
        answer(1);
        vm.prank(operator);
        platforms.offerOperator(platformId, address(thief));
        vm.prank(address(thief));
        platforms.acceptOperator(platformId);
        thief.arm(address(platforms), abi.encodeCall(IPledges.collectPledges, (platformId)));
        platforms.collectPledges(platformId);
        assertPaidOnce(thief, 2 * PLEDGE);
        vm.assertEq(address(platforms).balance, PLEDGE);
    }

    /* HELPERS */

    function assertPaidOnce(Reentrant thief, uint256 amount) private view {
        vm.assertEq(thief.received(), amount);
        vm.assertEq(thief.tries(), 1);
        vm.assertFalse(thief.succeeded());
        vm.assertEq(address(thief).balance, amount);
    }
}
