// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {IPledges} from "../../contracts/platforms/IPledges.sol";
import {Coinless} from "../support/Reentrant.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Where the challengers' coins go, in both contracts that keep them.
contract PledgesTest is PlatformsTest {
    /* BACK TO THE CHALLENGER */

    function testFuzz_withdrawPledge_adds_up(uint8 cases, address by) public {
        cases = uint8(bound(cases, 1, 4));
        toEpoch(3);
        for (uint256 i; i < cases; ++i) challenge(lost(i));
        passDeadline();
        for (uint256 i; i < cases; ++i) platforms.slashReceipt(lost(i));
        uint256 amount = cases * PLEDGE;
        vm.assertEq(platforms.pledgeOf(challenger), amount);
        uint256 before = challenger.balance;
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPledges.PledgeWithdrawn(challenger, amount);
        vm.prank(by);
        vm.assertEq(platforms.withdrawPledge(payable(challenger)), amount);
        vm.assertEq(challenger.balance, before + amount);
        vm.assertEq(address(platforms).balance, 0);
        refuse(by, withdrawal(challenger), nothing(challenger));
    }

    function test_withdrawPledge_of_demands() public {
        settle(receipts);
        demand(lotLeaf());
        passDeadline();
        demands.slashDemand(lotLeaf());
        uint256 before = challenger.balance;
        vm.expectEmit(true, true, true, true, address(demands));
        emit IPledges.PledgeWithdrawn(challenger, PLEDGE);
        vm.assertEq(demands.withdrawPledge(payable(challenger)), PLEDGE);
        vm.assertEq(challenger.balance, before + PLEDGE);
        refuseByDemands(withdrawal(challenger), nothing(challenger));
    }

    function testFuzz_withdrawPledge_refuses_nothing(address account) public {
        refuse(stranger, withdrawal(account), nothing(account));
        refuseByDemands(withdrawal(account), nothing(account));
    }

    /// Whoever takes no coins harms himself only.
    function test_withdrawPledge_refused_by_the_receiver() public {
        address account = address(new Coinless());
        vm.deal(account, PLEDGE);
        toEpoch(3);
        challenge(receipts[0]);
        bytes memory signature = signed(receipts[1]);
        vm.prank(account);
        platforms.challengeReceipt{value: PLEDGE}(receipts[1], signature);
        passDeadline();
        platforms.slashReceipt(receipts[1]);
        platforms.slashReceipt(receipts[0]);
        refuse(stranger, withdrawal(account), abi.encodePacked(Errors.FailedCall.selector));
        vm.assertEq(platforms.pledgeOf(account), PLEDGE);
        platforms.withdrawPledge(payable(challenger));
    }

    /* TO THE PLATFORM */

    function testFuzz_collectPledges(uint8 cases, address by) public {
        cases = uint8(bound(cases, 1, 3));
        commit(receipts);
        for (uint256 i; i < cases; ++i) challenge(receipts[i]);
        for (uint256 i; i < cases; ++i) answer(i);
        uint256 amount = cases * PLEDGE;
        vm.assertEq(platforms.pledgesWonBy(platformId), amount);
        uint256 before = operator.balance;
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPledges.PledgesCollected(platformId, operator, amount);
        vm.prank(by);
        vm.assertEq(platforms.collectPledges(platformId), amount);
        vm.assertEq(operator.balance, before + amount);
        vm.assertEq(platforms.pledgesWonBy(platformId), 0);
        refuse(by, collection(), nothing(operator));
    }

    function test_collectPledges_of_demands() public {
        settle(receipts);
        demand(lotLeaf());
        openLot(receipts, lotId);
        demands.closeDemand(lotLeaf());
        demand(recommenderLeaf(1));
        openRecommender(receipts, 1);
        demands.closeDemand(recommenderLeaf(1));
        vm.assertEq(demands.pledgesWonBy(platformId), 2 * PLEDGE);
        uint256 before = operator.balance;
        vm.expectEmit(true, true, true, true, address(demands));
        emit IPledges.PledgesCollected(platformId, operator, 2 * PLEDGE);
        vm.assertEq(demands.collectPledges(platformId), 2 * PLEDGE);
        vm.assertEq(operator.balance, before + 2 * PLEDGE);
        refuseByDemands(collection(), nothing(operator));
    }

    function test_collectPledges_refuses_nothing() public {
        refuse(stranger, collection(), nothing(operator));
        refuseByDemands(collection(), nothing(operator));
    }

    function test_collectPledges_refused_by_the_operator() public {
        commit(receipts);
        challenge(receipts[0]);
        answer(0);
        Coinless to = new Coinless();
        vm.prank(operator);
        platforms.offerOperator(platformId, address(to));
        vm.prank(address(to));
        platforms.acceptOperator(platformId);
        refuse(stranger, collection(), abi.encodePacked(Errors.FailedCall.selector));
        vm.assertEq(platforms.pledgesWonBy(platformId), PLEDGE);
    }

    /// Coins come with cases only.
    function test_coins_without_a_case_are_refused() public {
        assertRefused(stranger, address(platforms), 1 ether, "", "");
        assertRefused(stranger, address(demands), 1 ether, "", "");
    }

    /* HELPERS */

    function withdrawal(address account) private pure returns (bytes memory) {
        return abi.encodeCall(IPledges.withdrawPledge, (payable(account)));
    }

    function collection() private view returns (bytes memory) {
        return abi.encodeCall(IPledges.collectPledges, (platformId));
    }

    function nothing(address account) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPledges.NothingToWithdraw.selector, account);
    }
}
