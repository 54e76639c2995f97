// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice The worked example of the protocol, through real openings and withdrawals: of sales 20,000,000 at 15 % fees the
/// experts get 300,000, the experiencers 1,500,000, the platform keeps 1,200,000 and pays the commune 120,000 on top.
contract SettlementExampleTest is SettlementTest {
    function test_example_20_000_000_units() public {
        check(20_000_000);
    }

    function test_example_20_000_000_tokens_of_6_decimals() public {
        check(20_000_000 * 1e6);
    }

    function test_example_10_to_the_12() public {
        check(1e12);
    }

    function test_example_20_times_10_to_the_18() public {
        check(20 * 1e18);
    }

    function testFuzz_example_multiples(uint72 hundreds) public {
        check(uint72(bound(hundreds, 1, type(uint72).max / 20_000)) * 20_000);
    }

    /// @dev `sales` is a multiple of 20,000, so that all parts of ten orders are whole.
    function check(uint72 sales) private {
        uint256 before = asset.balanceOf(operator);
        uint256 communeBefore = asset.balanceOf(treasury);
        Receipt[] memory receipts = orders(sales);
        settle(receipts);
        uint256 fees = (uint256(sales) * 15) / 100;
        uint256 commissions = (uint256(sales) * 5) / 100;
        uint256 experts = fees / 10;
        uint256 experiencers = fees / 2;
        uint256 communeShare = (uint256(sales) * 6) / 1_000;
        if (sales == 20_000_000) {
            vm.assertEq(fees, 3_000_000);
            vm.assertEq(experts, 300_000);
            vm.assertEq(experiencers, 1_500_000);
            vm.assertEq(fees - experts - experiencers, 1_200_000);
            vm.assertEq(communeShare, 120_000);
        }
        vm.assertEq(before - asset.balanceOf(operator), experts + experiencers + communeShare + commissions);

        openLot(receipts, lotId);
        openNominee(receipts, lotId, 1);
        openNominee(receipts, lotId, 2);
        openRecommender(receipts, 1);
        openRecommender(receipts, 2);
        vm.assertEq(settlement.statementOf(platformId, 1).remaining, 0);
        vm.assertEq(settlement.nominatedOf(lotId, 1), fees / 4);
        vm.assertEq(settlement.nominatedOf(lotId, 2), (fees * 3) / 4);
        vm.assertEq(settlement.potOf(lotId), experiencers);

        assertPaid(expert, experts);
        assertPaid(alicePayout, commissions / 2);
        assertPaid(bobPayout, commissions / 2);
        settlement.collectCommune(2);
        vm.assertEq(asset.balanceOf(treasury) - communeBefore, communeShare);
        toEpoch(CLAIMING);
        vm.prank(address(evaluations));
        vm.assertEq(settlement.takePot(lotId), experiencers);
        vm.assertEq(asset.balanceOf(address(evaluations)), experiencers);
        vm.assertEq(asset.balanceOf(address(settlement)), 0);
    }

    /// @dev Four orders, a quarter each.
    function orders(uint72 sales) private view returns (Receipt[] memory receipts) {
        receipts = new Receipt[](4);
        for (uint32 i; i < 4; ++i) receipts[i] = receipt(i, 1, lotId, sales / 4, i == 0 ? 1 : 2, 1 + (i % 2));
    }

    function assertPaid(address account, uint256 amount) private {
        uint256 before = asset.balanceOf(account);
        vm.assertEq(settlement.withdraw(account), amount);
        vm.assertEq(asset.balanceOf(account) - before, amount);
        vm.assertEq(settlement.creditOf(account), 0);
    }
}
