// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC5643} from "../../contracts/membership/IERC5643.sol";
import {IMemberships, Kind} from "../../contracts/membership/IMemberships.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {MembershipsTest} from "../support/MembershipsTest.sol";
import {FalseToken} from "../support/OddTokens.sol";
import {CallingToken} from "../support/CallingToken.sol";
import {ShortToken} from "../support/ShortToken.sol";
import {bound, vm} from "../support/Vm.sol";

contract MembershipsPricesTest is MembershipsTest {
    /* PAYING */

    function test_join_isFreeAtTheStart() public {
        for (uint8 kind; kind < 6; ++kind) {
            vm.assertEq(memberships.priceOf(Kind(kind)), 0);
            joined(MEMBER, Kind(kind), 3);
        }
        vm.assertEq(asset.balanceOf(MEMBER), FUNDS);
    }

    function test_join_costsThePriceOfItsKindForEveryYear() public {
        priced(Kind.Platform, PRICE);
        joined(MEMBER, Kind.Platform, 3);
        joined(MEMBER, Kind.Expert, 3);
        vm.assertEq(asset.balanceOf(MEMBER), FUNDS - 3 * PRICE);
        vm.assertEq(asset.balanceOf(address(memberships)), 3 * PRICE);
    }

    function test_renew_isPaidByTheCaller() public {
        priced(Kind.Expert, PRICE);
        uint256 id = joined(MEMBER, Kind.Expert, 1);
        vm.expectEmit(address(memberships));
        emit IMemberships.MembershipPaid(id, MEMBER, PAYER, Kind.Expert, 2, 2 * PRICE, uint64(NOW + NOTICE + 3 * YEAR));
        vm.prank(PAYER);
        memberships.renew(id, 2, 2 * PRICE);
        vm.assertEq(asset.balanceOf(PAYER), FUNDS - 2 * PRICE);
        vm.assertEq(asset.balanceOf(MEMBER), FUNDS - PRICE);
    }

    function test_join_refusesWhoCannotPay() public {
        priced(Kind.Expert, PRICE);
        vm.prank(MEMBER);
        asset.approve(address(memberships), PRICE - 1);
        assertRefused(
            MEMBER,
            address(memberships),
            abi.encodeCall(IMemberships.join, (Kind.Expert, 1, PRICE)),
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(memberships),
                PRICE - 1,
                PRICE
            )
        );
    }

    function test_multicall_permitsAndJoins() public {
        priced(Kind.Expert, PRICE);
        address account = vm.addr(7);
        asset.drip(account, PRICE);
        bytes32 purpose = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 hash = keccak256(abi.encode(purpose, account, memberships, uint256(PRICE), 0, type(uint256).max));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            7,
            keccak256(abi.encodePacked("\x19\x01", asset.DOMAIN_SEPARATOR(), hash))
        );
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(memberships.selfPermit, (PRICE, type(uint256).max, v, r, s));
        calls[1] = abi.encodeCall(IMemberships.join, (Kind.Expert, 1, PRICE));
        vm.prank(account);
        memberships.multicall(calls);
        vm.assertTrue(memberships.isMember(account, Kind.Expert));
        vm.assertEq(asset.balanceOf(account), 0);
    }

    /* A PRICE THAT CHANGES */

    function test_setPrice_raisesInTwoWeeks() public {
        vm.expectEmit(address(memberships));
        emit IMemberships.PriceSet(Kind.Expert, 0, PRICE, uint48(NOW + NOTICE));
        memberships.setPrice(Kind.Expert, PRICE);
        announced(PRICE, NOW + NOTICE);
        vm.warp(NOW + NOTICE - 1);
        vm.assertEq(memberships.priceOf(Kind.Expert), 0);
        vm.warp(NOW + NOTICE);
        vm.assertEq(memberships.priceOf(Kind.Expert), PRICE);
        vm.assertEq(memberships.priceOf(Kind.Producer), 0);
    }

    function test_setPrice_lowersAtOnce() public {
        priced(Kind.Expert, PRICE);
        vm.expectEmit(address(memberships));
        emit IMemberships.PriceSet(Kind.Expert, PRICE, PRICE - 1, uint48(NOW + NOTICE));
        memberships.setPrice(Kind.Expert, PRICE - 1);
        vm.assertEq(memberships.priceOf(Kind.Expert), PRICE - 1);
        announced(PRICE - 1, NOW + NOTICE);
    }

    function test_setPrice_takesARaiseBack() public {
        memberships.setPrice(Kind.Expert, PRICE);
        vm.warp(NOW + NOTICE - 1);
        memberships.setPrice(Kind.Expert, 0);
        vm.warp(NOW + 2 * NOTICE);
        vm.assertEq(memberships.priceOf(Kind.Expert), 0);
    }

    function test_attack_raising_in_small_steps_saves_no_notice() public {
        memberships.setPrice(Kind.Expert, PRICE);
        vm.warp(NOW + NOTICE - 1);
        memberships.setPrice(Kind.Expert, 2 * PRICE);
        vm.warp(NOW + 2 * NOTICE - 2);
        vm.assertEq(memberships.priceOf(Kind.Expert), 0);
        vm.warp(NOW + 2 * NOTICE - 1);
        vm.assertEq(memberships.priceOf(Kind.Expert), 2 * PRICE);
    }

    function test_attack_price_raised_between_signature_and_execution() public {
        memberships.setPrice(Kind.Expert, PRICE);
        // Signed while a year cost nothing, executed when the raise counts.
        vm.warp(NOW + NOTICE);
        assertRefused(
            MEMBER,
            address(memberships),
            abi.encodeCall(IMemberships.join, (Kind.Expert, 2, 2 * PRICE - 1)),
            abi.encodeWithSelector(IMemberships.PriceAboveMaximum.selector, 2 * PRICE, 2 * PRICE - 1)
        );
        uint256 id = joined(MEMBER, Kind.Expert, 1);
        assertRefused(
            PAYER,
            address(memberships),
            abi.encodeCall(IMemberships.renew, (id, 1, PRICE - 1)),
            abi.encodeWithSelector(IMemberships.PriceAboveMaximum.selector, PRICE, PRICE - 1)
        );
    }

    /// @dev It has no maximum of its own: for two weeks a raise changes nothing for it.
    function test_attack_price_raised_before_a_renewSubscription() public {
        uint256 id = joined(MEMBER, Kind.Expert, 1);
        memberships.setPrice(Kind.Expert, MAX_PRICE);
        vm.warp(NOW + NOTICE - 1);
        vm.prank(PAYER);
        memberships.renewSubscription(id, uint64(YEAR));
        vm.assertEq(asset.balanceOf(PAYER), FUNDS);
        vm.warp(NOW + NOTICE);
        vm.prank(PAYER);
        asset.approve(address(memberships), MAX_PRICE - 1);
        assertRefused(
            PAYER,
            address(memberships),
            abi.encodeCall(IERC5643.renewSubscription, (id, uint64(YEAR))),
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(memberships),
                MAX_PRICE - 1,
                MAX_PRICE
            )
        );
    }

    function testFuzz_setPrice_staysInItsBounds(uint8 kindIndex, uint96 price) public {
        Kind kind = Kind(bound(kindIndex, 0, 5));
        if (price > MAX_PRICE) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    Bounds.ParameterOutOfBounds.selector,
                    bytes32("membershipPrice"),
                    price,
                    0,
                    MAX_PRICE
                )
            );
        }
        memberships.setPrice(kind, price);
        price = uint96(bound(price, 0, MAX_PRICE));
        memberships.setPrice(kind, price);
        vm.warp(NOW + NOTICE);
        vm.assertEq(memberships.priceOf(kind), price);
    }

    function test_governance_isRestricted() public {
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, MEMBER);
        assertRefused(MEMBER, address(memberships), abi.encodeCall(IMemberships.setPrice, (Kind.Expert, 0)), reason);
        assertRefused(MEMBER, address(memberships), abi.encodeCall(IMemberships.appointTreasury, (MEMBER)), reason);
    }

    /* TREASURY */

    function test_collect_paysTheTreasury() public {
        vm.assertEq(memberships.treasury(), TREASURY);
        priced(Kind.Expert, PRICE);
        joined(MEMBER, Kind.Expert, 2);
        vm.expectEmit(address(memberships));
        emit IMemberships.PaymentsCollected(TREASURY, 2 * PRICE);
        vm.prank(PAYER);
        vm.assertEq(memberships.collect(), 2 * PRICE);
        vm.assertEq(asset.balanceOf(TREASURY), 2 * PRICE);
        vm.assertEq(memberships.collect(), 0);
    }

    function test_appointTreasury() public {
        vm.expectEmit();
        emit IMemberships.TreasuryAppointed(TREASURY);
        memberships = deploy(asset);
        vm.expectEmit(address(memberships));
        emit IMemberships.TreasuryAppointed(PAYER);
        memberships.appointTreasury(PAYER);
        asset.drip(address(memberships), 5);
        memberships.collect();
        vm.assertEq(asset.balanceOf(PAYER), FUNDS + 5);
    }

    /* ODD ASSETS */

    function test_attack_asset_that_keeps_a_part() public {
        ShortToken short = new ShortToken();
        useAsset(short);
        short.drip(MEMBER, PRICE);
        assertRefused(
            MEMBER,
            address(memberships),
            abi.encodeCall(IMemberships.join, (Kind.Expert, 1, PRICE)),
            abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, PRICE, PRICE - 1)
        );
    }

    function test_attack_asset_that_pays_nothing_and_says_so() public {
        FalseToken lying = new FalseToken();
        useAsset(lying);
        assertRefused(
            MEMBER,
            address(memberships),
            abi.encodeCall(IMemberships.join, (Kind.Expert, 1, PRICE)),
            abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(lying))
        );
    }

    /// @dev Everything is written before the asset is called, and a payment in the middle of another does not add up.
    function test_attack_reentrancy_by_the_asset() public {
        CallingToken calling = new CallingToken();
        useAsset(calling);
        calling.mint(MEMBER, PRICE);
        calling.mint(address(calling), PRICE);
        vm.prank(address(calling));
        calling.approve(address(memberships), PRICE);
        uint256 id = memberships.tokenOf(MEMBER, Kind.Expert);
        bytes memory join = abi.encodeCall(IMemberships.join, (Kind.Expert, 1, PRICE));
        bytes[2] memory payments = [join, abi.encodeCall(IMemberships.renew, (id, 1, PRICE))];
        for (uint256 i; i < 2; ++i) {
            calling.arm(address(memberships), payments[i]);
            bytes memory reason = abi.encodeWithSelector(
                AssetTransfers.ShortTransfer.selector,
                PRICE,
                2 * uint256(PRICE)
            );
            assertRefused(MEMBER, address(memberships), join, reason);
        }
        // What lies there already goes to the treasury in the middle of a payment, which is then refused.
        calling.mint(address(memberships), PRICE);
        calling.arm(address(memberships), abi.encodeCall(IMemberships.collect, ()));
        assertRefused(MEMBER, address(memberships), join, panic(0x11));
        // Another one's membership stays out of reach.
        calling.arm(address(memberships), abi.encodeCall(IERC5643.cancelSubscription, (id)));
        joined(MEMBER, Kind.Expert, 1);
        vm.assertFalse(calling.succeeded());
        vm.assertEq(memberships.expiresAt(id), block.timestamp + YEAR);
    }

    /* HELPERS */

    function useAsset(IERC20 other) private {
        memberships = deploy(other);
        priced(Kind.Expert, PRICE);
        vm.prank(MEMBER);
        other.approve(address(memberships), type(uint256).max);
    }

    function announced(uint96 price, uint256 time) private view {
        (uint96 current, uint48 effectiveAt) = memberships.announcedPriceOf(Kind.Expert);
        vm.assertEq(current, price);
        vm.assertEq(effectiveAt, time);
    }
}
